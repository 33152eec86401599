package com.targettoclose.process.changes;

import com.targettoclose.conversation.EvidencePolicy;
import com.targettoclose.conversation.FieldReader;
import com.targettoclose.conversation.Refusal;
import com.targettoclose.ledger.Draft;
import com.targettoclose.ledger.EntryKind;
import com.targettoclose.ledger.Ledger;
import com.targettoclose.opportunity.Opportunities;
import com.targettoclose.opportunity.Opportunity;
import com.targettoclose.opportunity.Status;
import com.targettoclose.process.Refusals;
import com.targettoclose.process.opening.OpenOpportunities;
import com.targettoclose.process.roadmap.RoadmapInstances;
import com.targettoclose.process.roadmap.Roadmaps;
import com.targettoclose.process.stage.Heard;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes up a pursuit again that had ended without a win, also one that ended before this process. */
@Service
public class ReopenOpportunity {

    private final Opportunities opportunities;
    private final Roadmaps roadmaps;
    private final Ledger ledger;
    private final RoadmapInstances instances;
    private final Heard heard;
    private final Clock clock;

    ReopenOpportunity(
            Opportunities opportunities,
            Roadmaps roadmaps,
            Ledger ledger,
            RoadmapInstances instances,
            Heard heard,
            Clock clock) {
        this.opportunities = opportunities;
        this.roadmaps = roadmaps;
        this.ledger = ledger;
        this.instances = instances;
        this.heard = heard;
        this.clock = clock;
    }

    /**
     * Reopens: a new instance of its roadmap starts and runs through the gates that the ledger still meets.
     *
     * @param words why it goes on
     * @return why not, every fault included; empty where it is open again
     */
    @Transactional
    public Optional<Refusal> reopen(String opportunityId, @Nullable String words, String who) {
        var found = opportunities.lock(opportunityId);
        if (found.isEmpty()) {
            return Optional.of(Refusals.noOpportunity(opportunityId));
        }
        var opportunity = found.get();
        var asItStands = asItStands(opportunity);
        if (asItStands != null) {
            return Optional.of(Refusal.conflict(asItStands));
        }
        var fields = new FieldReader();
        var why = fields.requiredText("words", words, EvidencePolicy.MAX_WORDS);
        if (why == null || !fields.faults().isEmpty()) {
            return Optional.of(Refusal.invalid(fields.faults()));
        }
        var roadmap = roadmaps.of(opportunity);
        var entry = Draft.of(EntryKind.REOPENED).said(null, why).occurredOn(LocalDate.now(clock));
        ledger.append(opportunityId, List.of(entry), who);
        opportunities.becomes(opportunityId, Status.OPEN, null);
        opportunities.standsIn(opportunityId, OpenOpportunities.firstStage(roadmap), clock.instant());
        heard.of(opportunity, null, who);
        instances.start(List.of(opportunityId), roadmap);
        return Optional.empty();
    }

    private static @Nullable String asItStands(Opportunity opportunity) {
        return switch (opportunity.status()) {
            case OPEN -> "This opportunity is open. There is nothing to reopen.";
            case WON ->
                opportunity.inExecution()
                        ? "This opportunity is won. If the client took its decision back, report that as a setback."
                        : "This opportunity is won and done. Open a new one for what comes next.";
            case LOST, NO_DECISION, DISQUALIFIED -> null;
        };
    }
}
