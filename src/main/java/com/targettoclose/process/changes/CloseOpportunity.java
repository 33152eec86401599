package com.targettoclose.process.changes;

import com.targettoclose.conversation.Choice;
import com.targettoclose.conversation.Commitment;
import com.targettoclose.conversation.EvidencePolicy;
import com.targettoclose.conversation.FaultCode;
import com.targettoclose.conversation.FieldReader;
import com.targettoclose.conversation.Refusal;
import com.targettoclose.gate.Gap;
import com.targettoclose.ledger.Draft;
import com.targettoclose.ledger.EntryKind;
import com.targettoclose.ledger.Ledger;
import com.targettoclose.opportunity.Opportunities;
import com.targettoclose.opportunity.Opportunity;
import com.targettoclose.opportunity.Status;
import com.targettoclose.process.Contract;
import com.targettoclose.process.Refusals;
import com.targettoclose.process.roadmap.RoadmapInstances;
import com.targettoclose.process.roadmap.Roadmaps;
import com.targettoclose.process.stage.WhatFollows;
import com.targettoclose.process.startforms.ClosingReasons;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ends a pursuit that is not won, and writes down why. */
@Service
public class CloseOpportunity {

    private final Opportunities opportunities;
    private final Roadmaps roadmaps;
    private final Ledger ledger;
    private final WhatFollows whatFollows;
    private final ClosingReasons reasons;
    private final RoadmapInstances instances;
    private final Clock clock;

    CloseOpportunity(
            Opportunities opportunities,
            Roadmaps roadmaps,
            Ledger ledger,
            WhatFollows whatFollows,
            ClosingReasons reasons,
            RoadmapInstances instances,
            Clock clock) {
        this.opportunities = opportunities;
        this.roadmaps = roadmaps;
        this.ledger = ledger;
        this.whatFollows = whatFollows;
        this.reasons = reasons;
        this.instances = instances;
        this.clock = clock;
    }

    /**
     * How a pursuit ends, as it was sent.
     *
     * @param as {@code lost}, {@code no-decision} or {@code disqualified}
     * @param reason one of the process owner's list for that ending
     * @param lostTo whom the client chose instead, for {@code lost}
     */
    public record Closing(
            @Nullable String as,
            @Nullable String reason,
            @Nullable String lostTo,
            @Nullable String words) {}

    /**
     * Ends the pursuit. The commitment at which it ended is the one that the client owed first.
     *
     * @return why not, every fault included; empty where it has ended
     */
    @Transactional
    public Optional<Refusal> close(String opportunityId, Closing closing, String who) {
        var found = opportunities.lock(opportunityId);
        if (found.isEmpty()) {
            return Optional.of(Refusals.noOpportunity(opportunityId));
        }
        var opportunity = found.get();
        if (!opportunity.open()) {
            return Optional.of(Refusals.ended(opportunity, whatToDo(opportunity)));
        }
        var fields = new FieldReader();
        var as = ending(closing.as(), fields);
        var reason = as == null ? null : reason(as, closing.reason(), fields);
        var lostTo = fields.text("lostTo", closing.lostTo(), EvidencePolicy.MAX_CONTACT);
        if (lostTo != null && as != null && as != Status.LOST) {
            fields.fault("lostTo", FaultCode.UNDECLARED, null);
        }
        var words = fields.requiredText("words", closing.words(), EvidencePolicy.MAX_WORDS);
        if (as == null || reason == null || words == null || !fields.faults().isEmpty()) {
            return Optional.of(Refusal.invalid(fields.faults()));
        }
        var entry = Draft.of(EntryKind.CLOSING)
                .detail(detail(opportunity, as, reason, lostTo))
                .said(null, words)
                .occurredOn(LocalDate.now(clock));
        ledger.append(opportunityId, List.of(entry), who);
        instances.end(opportunity, as);
        return Optional.empty();
    }

    /** The reasons to choose from, by the ending they are for: labels by id, as the process owner's table lists them. */
    public Map<Status, Map<String, String>> reasons() {
        return reasons.all();
    }

    private static String whatToDo(Opportunity opportunity) {
        return opportunity.inExecution()
                ? "If the client took its decision back, report that as a setback; then it can be closed."
                : "There is nothing left to close.";
    }

    private static @Nullable Status ending(@Nullable String as, FieldReader fields) {
        if (!fields.required("as", as)) {
            return null;
        }
        var ending = Choice.of(Status.class, Objects.requireNonNull(as).strip())
                .filter(Contract.ENDING_MESSAGES::containsKey);
        if (ending.isEmpty()) {
            var possible = Contract.ENDING_MESSAGES.keySet().stream()
                    .map(Choice::value)
                    .sorted()
                    .collect(Collectors.joining(", "));
            fields.fault("as", FaultCode.NOT_A_CHOICE, as, possible);
        }
        return ending.orElse(null);
    }

    private @Nullable String reason(Status as, @Nullable String sent, FieldReader fields) {
        if (!fields.required("reason", sent)) {
            return null;
        }
        var reason = Objects.requireNonNull(sent).strip();
        var known = reasons.all().getOrDefault(as, Map.of());
        if (!known.containsKey(reason)) {
            fields.fault("reason", FaultCode.NOT_A_CHOICE, reason, String.join(", ", known.keySet()));
        }
        return reason;
    }

    private Map<String, Object> detail(Opportunity opportunity, Status as, String reason, @Nullable String lostTo) {
        Map<String, Object> detail = new TreeMap<>(Map.of("as", as.value(), "reason", reason));
        if (lostTo != null) {
            detail.put("lostTo", lostTo);
        }
        var items = roadmaps.of(opportunity).items();
        whatFollows.owed(opportunity).gaps().stream()
                .map(Gap::item)
                .filter(item -> items.get(item) instanceof Commitment)
                .findFirst()
                .ifPresent(item -> detail.put("commitment", item));
        return detail;
    }
}
