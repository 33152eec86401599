package com.targettoclose.architecture.wrong;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import java.util.function.Supplier;

/** Reads the system's clock in every way there is. */
public class Impatient {

    public List<Object> times(ZoneId zone) {
        Supplier<Instant> later = Instant::now;
        return List.of(
                later,
                LocalDate.now(zone),
                ZonedDateTime.now(zone),
                System.currentTimeMillis(),
                new Date(),
                Clock.systemUTC());
    }
}
