package com.targettoclose.edition;

import com.targettoclose.conversation.FieldReader;
import com.targettoclose.conversation.Refusal;
import com.targettoclose.edition.Edition.Decided;
import com.targettoclose.edition.Edition.Decision;
import com.targettoclose.process.people.Actor;
import com.targettoclose.process.people.Group;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Commits to an edition, or declines it. */
@Service
class CommitToEdition {

    private static final int MAX_WORDS = 2_000;

    private final EditionTable table;
    private final CommitmentTasks tasks;
    private final Clock clock;

    CommitToEdition(EditionTable table, CommitmentTasks tasks, Clock clock) {
        this.table = table;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** A decision as it was sent: {@code committed} or {@code declined}, and why. */
    record RawDecision(@Nullable String decision, @Nullable String words) {}

    /**
     * Decides about the edition that was proposed last. New opportunities start on it from then on, if it is committed to;
     * those that are open stay on theirs.
     *
     * @param task the task in which it is decided; null where it is decided elsewhere: its task is then completed
     * @return why not, every fault included; empty where it is decided
     */
    @Transactional
    Optional<Refusal> decide(int number, RawDecision raw, Actor actor, @Nullable String task) {
        if (!actor.in(Group.LEADER)) {
            return Optional.of(Refusal.forbidden("A sales leader commits to an edition. Leave it to them."));
        }
        table.lock(number);
        var found = table.find(number);
        if (found.isEmpty()) {
            return Optional.of(Refusal.notFound("There is no edition " + number + "."));
        }
        var asItStands = asItStands(found.get());
        if (asItStands != null) {
            return Optional.of(Refusal.conflict(asItStands));
        }
        var fields = new FieldReader();
        var decision = fields.required("decision", raw.decision())
                ? fields.choice("decision", Decision.class, raw.decision())
                : null;
        var words = fields.requiredText("words", raw.words(), MAX_WORDS);
        if (decision == null || words == null || !fields.faults().isEmpty()) {
            return Optional.of(Refusal.invalid(fields.faults()));
        }
        table.decide(number, new Decided(decision, words, actor.userId(), clock.instant()));
        if (task == null) {
            tasks.complete(number);
        }
        return Optional.empty();
    }

    private static @Nullable String asItStands(Edition edition) {
        return switch (edition.state()) {
            case PROPOSED -> null;
            case SUPERSEDED ->
                "Edition " + edition.number()
                        + " is part of a later one. Decide about the newest: it holds these changes too.";
            case IN_FORCE, COMMITTED, DECLINED ->
                "Edition " + edition.number() + " was decided already. To go back to it, propose its files anew.";
        };
    }
}
