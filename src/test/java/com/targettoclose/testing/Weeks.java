package com.targettoclose.testing;

import java.time.Period;
import java.util.concurrent.atomic.AtomicInteger;

/** Days that no other test of this JVM looks at: what is due once a week is due again. */
public final class Weeks {

    private static final AtomicInteger BEGUN = new AtomicInteger();
    private static final int DAYS = 140;

    private Weeks() {}

    /** Lets time pass until weeks begin in which nothing was due yet. */
    public static void begin(TestClock clock) {
        clock.advance(Period.ofDays(BEGUN.incrementAndGet() * DAYS));
    }
}
