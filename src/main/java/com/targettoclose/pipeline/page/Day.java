package com.targettoclose.pipeline.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Days as pages write them: {@code 2 Mar 2026}, whatever language a browser asks for, for the rest is English too. */
public final class Day {

    private static final DateTimeFormatter SHAPE = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    private Day() {}

    /** A day in words; empty where there is none. */
    public static String of(@Nullable LocalDate day) {
        return day == null ? "" : SHAPE.format(day);
    }

    /** The day of an instant in that zone. */
    public static String of(Instant instant, ZoneId zone) {
        return of(LocalDate.ofInstant(instant, zone));
    }
}
