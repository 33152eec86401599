package com.targettoclose.reroute;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * A move of opportunities as it is shown.
 *
 * @param dryRun whether each is moved and put back at once: nothing changes
 * @param message how it stands, in a sentence
 * @param moves where those that moved stood and stand, most deals first; {@code to} absent where no gate holds them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RerouteView(
        String id,

        @Schema(allowableValues = {"queued", "running", "paused", "finished", "failed"})
        String status,

        int edition,
        boolean dryRun,
        String askedBy,
        Progress progress,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        String message,
        List<Move> moves) {

    /** Deals that moved alike. */
    public record Move(String from, @Nullable String to, long deals) {}

    /** How many opportunities were looked at, and what became of them. */
    public record Progress(long deals, long totalDeals, int percent, long moved, long left, long failed) {}

    static RerouteView of(RerouteRow row, Map<Outcome, Long> counts, List<Move> moves) {
        long moved = counts.getOrDefault(Outcome.MOVED, 0L);
        long left = counts.getOrDefault(Outcome.LEFT, 0L);
        long failed = counts.getOrDefault(Outcome.FAILED, 0L);
        long done = moved + left + failed;
        int percent = row.deals() == 0 ? 100 : (int) (done * 100 / row.deals());
        var progress = new Progress(done, row.deals(), percent, moved, left, failed);
        return new RerouteView(
                row.id(),
                row.state().value(),
                row.edition(),
                row.dryRun(),
                row.askedBy(),
                progress,
                row.createdAt(),
                row.startedAt(),
                row.finishedAt(),
                message(row, progress),
                moves);
    }

    private static String message(RerouteRow row, Progress progress) {
        return switch (row.state()) {
            case QUEUED -> count(row.deals()) + " will be looked at. It begins in a moment.";
            case RUNNING -> soFar(progress) + " so far.";
            case PAUSED -> soFar(progress) + ". It is paused: let it go on when you are ready.";
            case FINISHED -> finished(row, progress);
            case FAILED -> soFar(progress) + ", and then it stopped: the log says more. What is moved stays moved.";
        };
    }

    private static String soFar(Progress progress) {
        return String.format(Locale.ENGLISH, "%,d of %s done", progress.deals(), count(progress.totalDeals()));
    }

    private static String finished(RerouteRow row, Progress progress) {
        if (row.deals() == 0) {
            return "No open deal is to be moved.";
        }
        var sentences = new StringJoiner(" ");
        sentences.add(count(progress.moved()) + (row.dryRun() ? " would move." : " moved."));
        if (progress.left() > 0) {
            sentences.add(String.format(Locale.ENGLISH, "%,d had nothing to move.", progress.left()));
        }
        if (progress.failed() > 0) {
            sentences.add(String.format(Locale.ENGLISH, "%,d cannot move and stay where they are.", progress.failed()));
        }
        return sentences
                .add(row.dryRun() ? "Nothing was changed." : "")
                .toString()
                .strip();
    }

    private static String count(long deals) {
        return String.format(Locale.ENGLISH, "%,d %s", deals, deals == 1 ? "deal" : "deals");
    }
}
