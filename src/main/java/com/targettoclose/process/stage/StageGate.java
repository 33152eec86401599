package com.targettoclose.process.stage;

import com.targettoclose.conversation.Conversation;
import com.targettoclose.gate.GateDecision;
import com.targettoclose.gate.GateDecision.Outcome;
import com.targettoclose.gate.Gatekeeper;
import com.targettoclose.ledger.History;
import com.targettoclose.ledger.Ledger;
import com.targettoclose.opportunity.Opportunities;
import com.targettoclose.opportunity.Opportunity;
import com.targettoclose.process.roadmap.Roadmaps;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;

/** Runs the gate of one stage for the opportunity that stands at it. */
@Service
class StageGate {

    /** Who a gate writes as. */
    static final String SYSTEM = Ledger.SYSTEM;

    private final Opportunities opportunities;
    private final Roadmaps roadmaps;
    private final ExitCriteriaTables tables;
    private final Gatekeeper gatekeeper;
    private final Standings standings;
    private final OpenConversations openConversations;

    StageGate(
            Opportunities opportunities,
            Roadmaps roadmaps,
            ExitCriteriaTables tables,
            Gatekeeper gatekeeper,
            Standings standings,
            OpenConversations openConversations) {
        this.opportunities = opportunities;
        this.roadmaps = roadmaps;
        this.tables = tables;
        this.gatekeeper = gatekeeper;
        this.standings = standings;
        this.openConversations = openConversations;
    }

    /**
     * What the flows behind the gate need to know.
     *
     * @param toOpen keys of the conversations of this diagram that are owed and not open
     */
    record Passage(Outcome outcome, List<String> toOpen) {}

    /** Locks the opportunity, decides, and says which conversations to open. */
    Passage decide(GatePlace place) {
        var opportunity = lock(place);
        var roadmap = roadmaps.of(opportunity);
        var stages = roadmap.upTo(place.stage());
        var criteria = tables.criteria(roadmap, stages, opportunity.terms());
        boolean last = stages.size() == roadmap.stages().size();
        var decision = gatekeeper.decide(opportunity, criteria, roadmap.roadToWin(), last, place.origin(), SYSTEM);
        return new Passage(
                decision.outcome(),
                decision.outcome() == Outcome.OWED_HERE
                        ? toOpen(place, stages.get(stages.size() - 1).conversations(), decision)
                        : List.of());
    }

    /**
     * Checks once more, at the win itself, that nothing is owed on the way to it.
     *
     * @throws IllegalStateException where something is: the diagram led past a gate
     */
    void requireNothingOwed(Opportunity opportunity, History history) {
        var roadmap = roadmaps.of(opportunity);
        var decision = standings.look(opportunity, history, roadmap, roadmap.toWin());
        if (decision.outcome() != Outcome.MET) {
            throw new IllegalStateException("Opportunity " + opportunity.id() + " cannot be won: it still owes "
                    + String.join(", ", decision.owedItems())
                    + ". A diagram leads past a gate. Mend the diagram.");
        }
    }

    /** Locks the opportunity that an execution claims to pursue, if it is really its roadmap's. */
    Opportunity lock(GatePlace place) {
        var opportunity = opportunities
                .lock(place.opportunityId())
                .orElseThrow(() -> new IllegalStateException("There is no opportunity '" + place.opportunityId()
                        + "'. Open it instead of starting a diagram."));
        var instance = opportunity.instance();
        if (instance == null || !instance.id().equals(place.rootInstanceId())) {
            throw new IllegalStateException("Opportunity " + opportunity.id()
                    + " is not pursued by this instance. Delete the instance: it was started past the roadmap.");
        }
        return opportunity;
    }

    private List<String> toOpen(GatePlace place, List<Conversation> conversations, GateDecision decision) {
        var owed = decision.owedItems();
        Set<String> open = openConversations.keysIn(place.instanceId());
        var toOpen = conversations.stream()
                .filter(conversation -> conversation.items().stream().anyMatch(item -> owed.contains(item.id())))
                .map(Conversation::key)
                .filter(key -> !open.contains(key))
                .toList();
        if (toOpen.isEmpty() && open.isEmpty()) {
            throw new IllegalStateException("Stage " + place.stage() + " requires " + String.join(", ", owed)
                    + ", and no conversation of its diagram generates that. Mend the decision table or the diagram.");
        }
        return toOpen;
    }
}
