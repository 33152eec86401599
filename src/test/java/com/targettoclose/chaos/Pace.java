package com.targettoclose.chaos;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * So many conversations a second, due at fixed moments whether the nodes keep up or not. How long one took is counted from when it was due,
 * so that a slow node cannot hide by keeping clients from asking.
 */
final class Pace {

    private static final double NANOS = 1e9;

    private final long start = System.nanoTime();
    private final AtomicLong tickets = new AtomicLong();
    private final double perSecond;
    private final long many;

    Pace(double perSecond, long seconds) {
        this.perSecond = perSecond;
        this.many = (long) (perSecond * seconds);
    }

    /** Waits until the next is due, and says when that was, by the clock of {@link System#nanoTime}; -1 once there is none. */
    long next() {
        long ticket = tickets.getAndIncrement();
        if (ticket >= many) {
            return -1;
        }
        long due = start + (long) (ticket * NANOS / perSecond);
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
        return due;
    }
}
