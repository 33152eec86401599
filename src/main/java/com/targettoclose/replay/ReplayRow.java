package com.targettoclose.replay;

import com.targettoclose.background.WorkState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A replay, as its table keeps it.
 *
 * @param deals how many there are to replay; 0 before it began
 * @param replayed how many are
 * @param result JSON; null before the end
 * @param failure why it stopped for good; null where it did not
 */
record ReplayRow(
        String id,
        WorkState state,
        String askedBy,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        long deals,
        long replayed,
        @Nullable String result,
        @Nullable String failure) {}
