package com.targettoclose.crmimport;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a CRM writes its dates. Strict: 2/30/2017 is no date. */
final class DateFormat {

    private static final int EARLIEST_YEAR = 1900;
    private static final int LATEST_YEAR = 9999;

    private final DateTimeFormatter format;

    private DateFormat(DateTimeFormatter format) {
        this.format = format;
    }

    /** A format, or null where the pattern is none that gives a whole date. */
    static @Nullable DateFormat of(@Nullable String pattern) {
        if (pattern == null) {
            return null;
        }
        try {
            var formatter = DateTimeFormatter.ofPattern(strict(pattern), Locale.ENGLISH)
                    .withResolverStyle(ResolverStyle.STRICT);
            var day = LocalDate.of(2017, 10, 23);
            return day.equals(LocalDate.parse(formatter.format(day), formatter)) ? new DateFormat(formatter) : null;
        } catch (IllegalArgumentException | DateTimeException e) {
            return null;
        }
    }

    /** The day that a text names; null where it names none. */
    @Nullable
    LocalDate day(String text) {
        try {
            var day = LocalDate.parse(text, format);
            return day.getYear() >= EARLIEST_YEAR && day.getYear() <= LATEST_YEAR ? day : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** A strict formatter wants the proleptic year, {@code u}: {@code y} is a year of an era that nobody writes. */
    private static String strict(String pattern) {
        var strict = new StringBuilder();
        boolean quoted = false;
        for (char letter : pattern.toCharArray()) {
            quoted ^= letter == '\'';
            strict.append(letter == 'y' && !quoted ? 'u' : letter);
        }
        return strict.toString();
    }
}
