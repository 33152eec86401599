package com.targettoclose.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/**
 * The clock of tests: it stands still until it is moved, and the engine's clock follows it (and runs on from there). Every
 * test begins at {@link #START}.
 */
public final class TestClock extends Clock {

    /** A Monday morning. */
    public static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    /** The day of {@link #START}. */
    public static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private volatile Instant now = START;

    /** Back to {@link #START}. */
    public void reset() {
        set(START);
    }

    /** Moves on. */
    public void advance(Duration by) {
        set(now.plus(by));
    }

    /** Moves on by whole days. */
    public void advance(Period by) {
        set(now.atZone(ZoneOffset.UTC).plus(by).toInstant());
    }

    /** The day it is. */
    public LocalDate today() {
        return LocalDate.now(this);
    }

    private void set(Instant instant) {
        now = instant;
        ClockUtil.offset(Duration.between(Clock.systemUTC().instant(), instant).toMillis());
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }
}
