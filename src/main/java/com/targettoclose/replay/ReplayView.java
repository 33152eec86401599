package com.targettoclose.replay;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.targettoclose.background.WorkState;
import com.targettoclose.replay.ReplayResult.Standing;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A replay as it is shown.
 *
 * @param edition the one that is replayed; absent where files were sent
 * @param message how it stands, in a sentence
 * @param result absent until it is finished
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReplayView(
        String id,

        @Schema(allowableValues = {"queued", "running", "finished", "failed"})
        String status,

        String askedBy,
        @Nullable Integer edition,
        Progress progress,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        String message,
        @Nullable ReplayResult result) {

    /** How many deals are replayed. */
    public record Progress(long deals, long totalDeals, int percent) {}

    static ReplayView of(ReplayRow row, Optional<ReplayResult> result) {
        return new ReplayView(
                row.id(),
                row.state().value(),
                row.askedBy(),
                row.edition(),
                new Progress(row.replayed(), row.deals(), percent(row)),
                row.createdAt(),
                row.startedAt(),
                row.finishedAt(),
                message(row, result),
                result.orElse(null));
    }

    private static int percent(ReplayRow row) {
        if (row.state() == WorkState.FINISHED) {
            return 100;
        }
        return row.deals() == 0 ? 0 : (int) (row.replayed() * 100 / row.deals());
    }

    private static String message(ReplayRow row, Optional<ReplayResult> result) {
        return switch (row.state()) {
            case QUEUED -> (row.edition() == null ? "The files are stored. " : "") + "The replay begins in a moment.";
            case RUNNING ->
                String.format(Locale.ENGLISH, "%,d of %,d deals replayed so far.", row.replayed(), row.deals());
            case FINISHED -> result.map(ReplayView::finished).orElse("");
            case FAILED -> "The replay stopped. " + row.failure();
        };
    }

    private static String finished(ReplayResult result) {
        long running = deals(result.standing());
        long moved = deals(result.standing().stream()
                .filter(line -> !Objects.equals(line.now(), line.then()))
                .toList());
        var wins = result.wins();
        return String.format(
                Locale.ENGLISH,
                "Of %s %,d would stand elsewhere. Of %s a gate would have held %,d.",
                counted(running, "running deal"),
                moved,
                counted(wins.won(), "won deal"),
                wins.held());
    }

    private static long deals(List<Standing> lines) {
        return lines.stream().mapToLong(Standing::deals).sum();
    }

    private static String counted(long count, String what) {
        return String.format(Locale.ENGLISH, "%,d %s", count, count == 1 ? what : what + "s");
    }
}
