package com.targettoclose.replay;

import com.targettoclose.background.WorkState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A replay, as its table keeps it.
 *
 * @param edition the one that is replayed; null where files were sent
 * @param deals how many there are to replay; 0 before it began
 * @param replayed how many are
 * @param result JSON; null before the end
 * @param failure why it stopped for good; null where it did not
 */
record ReplayRow(
        String id,
        WorkState state,
        String askedBy,
        @Nullable Integer edition,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        long deals,
        long replayed,
        @Nullable String result,
        @Nullable String failure) {}
