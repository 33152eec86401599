package com.targettoclose.crmimport;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.targettoclose.background.WorkState;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An import as it is shown.
 *
 * @param status {@code queued}, {@code running}, {@code finished}, {@code failed}
 * @param rejectedCount rejected rows; each can have several faults
 * @param rejected one page of their faults, in the order of the file; absent in a list of imports
 * @param won how many of the created ones are won, as are {@code lost} and {@code running}
 * @param message how it stands, in a sentence
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ImportView(
        String id,
        String status,
        String fileName,
        String importedBy,
        long read,
        long created,
        long unchanged,
        long rejectedCount,
        @Nullable List<RowOutcomes.Rejected> rejected,
        long won,
        long lost,
        long running,
        Progress progress,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        String message) {

    /** How much of the file is read. */
    record Progress(long bytes, long totalBytes, int percent) {

        static Progress of(ImportRow row) {
            boolean done = row.state() == WorkState.FINISHED;
            long bytes = done ? row.fileBytes() : Math.min(row.bytesRead(), row.fileBytes());
            return new Progress(bytes, row.fileBytes(), done ? 100 : percent(bytes, row.fileBytes()));
        }

        private static int percent(long bytes, long total) {
            return total == 0 ? 0 : (int) (bytes * 100 / total);
        }
    }

    static ImportView of(ImportRow row, @Nullable List<RowOutcomes.Rejected> rejected) {
        var counts = row.counts();
        return new ImportView(
                row.id(),
                row.state().value(),
                row.fileName(),
                row.importedBy(),
                counts.read(),
                counts.created(),
                counts.unchanged(),
                counts.rejected(),
                rejected,
                counts.won(),
                counts.lost(),
                counts.running(),
                Progress.of(row),
                row.createdAt(),
                row.startedAt(),
                row.finishedAt(),
                message(row));
    }

    private static String message(ImportRow row) {
        return switch (row.state()) {
            case QUEUED -> "The file is stored. Reading begins in a moment.";
            case RUNNING -> rows(row.counts().read()) + " read so far.";
            case FINISHED -> finished(row.counts());
            case FAILED -> "The import stopped after " + rows(row.counts().read()) + ". " + row.failure();
        };
    }

    private static String finished(Counts counts) {
        if (counts.read() == 0) {
            return "The file has no rows below its header. Nothing changed.";
        }
        if (counts.created() == 0) {
            return counts.rejected() == 0
                    ? "Nothing changed: all %s were here already.".formatted(rows(counts.read()))
                    : "Nothing changed: %s here already, %s rejected."
                            .formatted(rows(counts.unchanged()), rows(counts.rejected()));
        }
        return "%s read: %s created (%s won, %s lost, %s running), %s here already, %s rejected."
                .formatted(
                        rows(counts.read()),
                        number(counts.created()),
                        number(counts.won()),
                        number(counts.lost()),
                        number(counts.running()),
                        number(counts.unchanged()),
                        number(counts.rejected()));
    }

    private static String rows(long count) {
        return number(count) + (count == 1 ? " row" : " rows");
    }

    private static String number(long count) {
        return String.format(Locale.ENGLISH, "%,d", count);
    }
}
