package com.targettoclose.chaos;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Random moments, from a seed that is printed. Another seed: {@code -Dchaos.seed=...}. */
final class Faults {

    private final long seed = Long.getLong("chaos.seed", System.nanoTime());
    private final Random random = new Random(seed);

    Faults(String what) {
        System.out.println(what + ", seed " + seed);
    }

    long seed() {
        return seed;
    }

    boolean either() {
        return random.nextBoolean();
    }

    /** Lets time pass, at most so many seconds. */
    void later(double seconds) {
        LockSupport.parkNanos((long) (random.nextDouble() * seconds * TimeUnit.SECONDS.toNanos(1)));
    }
}
