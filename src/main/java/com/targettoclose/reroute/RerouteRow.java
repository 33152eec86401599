package com.targettoclose.reroute;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A move of opportunities, as its table keeps it.
 *
 * @param dryRun whether each is moved and put back at once
 * @param deals how many there are to move
 */
record RerouteRow(
        String id,
        RerouteState state,
        int edition,
        boolean dryRun,
        String askedBy,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        long deals) {}
