package com.targettoclose.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;

/**
 * So many at once and one more every so often, for each key on its own (the generic cell rate algorithm: all that is kept
 * of a key is the moment at which it will have its whole allowance again). Keys that nobody used lately are forgotten, and
 * so are some when there are very many: memory stays bounded, and forgetting only lets somebody try sooner.
 */
final class Allowance {

    private static final int MOST_KEYS = 50_000;

    private final long every;
    private final long whole;
    private final Clock clock;
    private final Cache<String, Long> wholeAgainAt;

    Allowance(int atOnce, Duration oneMoreEvery, Clock clock) {
        this.every = oneMoreEvery.toMillis();
        this.whole = atOnce * every;
        this.clock = clock;
        this.wholeAgainAt = Caffeine.newBuilder()
                .maximumSize(MOST_KEYS)
                .expireAfterWrite(oneMoreEvery.multipliedBy(atOnce))
                .ticker(() -> Duration.ofMillis(clock.millis()).toNanos())
                .build();
    }

    /** Takes one. How long to wait where none is left; nothing is taken then. */
    Duration take(String key) {
        long now = clock.millis();
        var wait = new long[1];
        wholeAgainAt.asMap().compute(key, (k, known) -> {
            // a clock that was set back must not make anybody wait longer
            long before = known == null ? now : Math.min(Math.max(known, now), now + whole);
            wait[0] = Math.max(0, before + every - now - whole);
            return wait[0] > 0 ? before : before + every;
        });
        return Duration.ofMillis(wait[0]);
    }

    /** Gives back one that was taken. A whole allowance is forgotten, or it would look used up to a clock that is set back. */
    void giveBack(String key) {
        long now = clock.millis();
        wholeAgainAt.asMap().computeIfPresent(key, (k, known) -> known - every > now ? known - every : null);
    }

    void forgetAll() {
        wholeAgainAt.invalidateAll();
    }
}
