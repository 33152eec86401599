package com.targettoclose.process.reviews;

import com.targettoclose.conversation.FieldReader;
import com.targettoclose.conversation.Refusal;
import com.targettoclose.process.people.Actor;
import com.targettoclose.process.people.Group;
import com.targettoclose.process.reviews.Review.Decision;
import com.targettoclose.process.reviews.Review.Held;
import com.targettoclose.process.reviews.Review.State;
import com.targettoclose.process.stage.OpenRequests;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Holds a review: says what comes of it, and why. */
@Service
public class HoldReview {

    private static final int MAX_REASON = 2_000;

    private final ReviewTable table;
    private final OpenRequests openRequests;
    private final Clock clock;

    HoldReview(ReviewTable table, OpenRequests openRequests, Clock clock) {
        this.table = table;
        this.openRequests = openRequests;
        this.clock = clock;
    }

    /** What somebody sends: {@code keep}, {@code coach} or {@code change}, and why. */
    public record RawDecision(
            @Nullable String decision, @Nullable String reason) {}

    /** Whether somebody may see a review, and hold it: its manager, and every leader. */
    public static boolean isTheirs(Review review, Actor actor) {
        return actor.in(Group.LEADER) || review.reviewer().equals(actor.userId());
    }

    /**
     * Holds one.
     *
     * @param task the task in which it is held; null where it is held elsewhere: its task is then completed
     * @return why not, every fault included; empty where it is held
     */
    @Transactional
    public Optional<Refusal> hold(int number, RawDecision raw, Actor actor, @Nullable String task) {
        var found = table.lock(number).filter(review -> isTheirs(review, actor));
        if (found.isEmpty()) {
            return Optional.of(Refusal.notFound("There is no review " + number + "."));
        }
        var asItStands = asItStands(found.get().state(LocalDate.now(clock)));
        if (asItStands != null) {
            return Optional.of(Refusal.conflict(asItStands));
        }
        var fields = new FieldReader();
        var decision = fields.required("decision", raw.decision())
                ? fields.choice("decision", Decision.class, raw.decision())
                : null;
        var reason = fields.requiredText("reason", raw.reason(), MAX_REASON);
        if (decision == null || reason == null || !fields.faults().isEmpty()) {
            return Optional.of(Refusal.invalid(fields.faults()));
        }
        table.hold(number, new Held(decision, reason, actor.userId(), clock.instant()));
        if (task == null) {
            openRequests.taskOf(found.get().about(), number).ifPresent(openRequests::complete);
        }
        return Optional.empty();
    }

    private static @Nullable String asItStands(State state) {
        return switch (state) {
            case OPEN, PASSED_ON -> null;
            case HELD -> "This review was held already.";
            case MISSED -> "This review was not held in its time, and counts as missed. Hold the next one.";
        };
    }
}
