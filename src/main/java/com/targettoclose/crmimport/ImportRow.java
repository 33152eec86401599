package com.targettoclose.crmimport;

import com.targettoclose.background.WorkState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An import, as its table keeps it.
 *
 * @param mapping as it was sent, JSON
 * @param teams as they were sent, CSV; null where none were
 * @param importedBy the user who sent it: the ledger names them
 * @param lastLine the line on which the last row begins that has its outcome; 0 before the first
 * @param failure why it stopped for good; null where it did not
 */
record ImportRow(
        String id,
        WorkState state,
        String fileName,
        long fileBytes,
        String mapping,
        @Nullable String teams,
        String importedBy,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        long lastLine,
        long bytesRead,
        Counts counts,
        @Nullable String failure) {

    /** A new one. */
    static ImportRow queued(
            String id, String fileName, String mapping, @Nullable String teams, String importedBy, Instant now) {
        return new ImportRow(
                id,
                WorkState.QUEUED,
                fileName,
                0,
                mapping,
                teams,
                importedBy,
                now,
                null,
                null,
                0,
                0,
                Counts.NONE,
                null);
    }
}
