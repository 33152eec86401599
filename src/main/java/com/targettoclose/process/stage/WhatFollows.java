package com.targettoclose.process.stage;

import com.targettoclose.gate.GateDecision;
import com.targettoclose.ledger.Draft;
import com.targettoclose.ledger.EntryKind;
import com.targettoclose.ledger.Ledger;
import com.targettoclose.opportunity.Opportunities;
import com.targettoclose.opportunity.Opportunity;
import com.targettoclose.process.roadmap.Roadmap.Stage;
import com.targettoclose.process.roadmap.RoadmapInstances;
import com.targettoclose.process.roadmap.Roadmaps;
import com.targettoclose.process.stage.OpenConversations.OpenConversation;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;

/** Moves an opportunity to where its ledger puts it, after something other than a conversation changed what is owed. */
@Service
public class WhatFollows {

    private final Opportunities opportunities;
    private final Ledger ledger;
    private final Roadmaps roadmaps;
    private final Standings standings;
    private final OpenConversations openConversations;
    private final OpenRequests openRequests;
    private final RoadmapInstances instances;

    WhatFollows(
            Opportunities opportunities,
            Ledger ledger,
            Roadmaps roadmaps,
            Standings standings,
            OpenConversations openConversations,
            OpenRequests openRequests,
            RoadmapInstances instances) {
        this.opportunities = opportunities;
        this.ledger = ledger;
        this.roadmaps = roadmaps;
        this.standings = standings;
        this.openConversations = openConversations;
        this.openRequests = openRequests;
        this.instances = instances;
    }

    /** What is owed up to the stage the opportunity stands in; later gates will ask in their turn. */
    public GateDecision owed(Opportunity opportunity) {
        var roadmap = roadmaps.of(opportunity);
        var stage = opportunity.stage();
        List<Stage> stages = stage == null ? roadmap.toWin() : roadmap.upTo(stage);
        return standings.look(opportunity, ledger.history(opportunity.id()), roadmap, stages);
    }

    /**
     * Closes what became moot, and goes back to the map where something is owed that was not before and that no open
     * conversation asks for.
     *
     * @param owedBefore the items that {@link #owed} named before the change
     */
    public void afterChange(String opportunityId, Set<String> owedBefore, String who) {
        var opportunity = opportunities.find(opportunityId).orElseThrow();
        var decision = owed(opportunity);
        var history = ledger.history(opportunityId);
        var standing = standings.of(opportunity, history);
        if (asksForMore(opportunity, decision, owedBefore)) {
            openRequests.closeMoot(opportunity, history, standing.decision().owedItems(), who);
            backToTheMap(opportunity, who);
        } else {
            openConversations.closeMoot(opportunity, standing, history, null, who);
        }
    }

    /** Closes what was open only because something was not verified, so that the gate looks again. */
    public void afterVerifying(String opportunityId, String who) {
        var opportunity = opportunities.find(opportunityId).orElseThrow();
        var history = ledger.history(opportunityId);
        standings
                .ifJudgeable(opportunity, history)
                .ifPresent(standing -> openConversations.closeMoot(opportunity, standing, history, null, who));
    }

    /** Closes what is moot by the edition that the opportunity has come to. */
    public void afterMoving(String opportunityId, String who) {
        afterVerifying(opportunityId, who);
    }

    /** Leads the opportunity back to the start of its roadmap, through the gates it still meets. */
    void backToTheMap(Opportunity opportunity, String who) {
        ledger.append(opportunity.id(), List.of(Draft.of(EntryKind.RE_ENTERED)), who);
        instances.backToTheMap(opportunity);
    }

    private boolean asksForMore(Opportunity opportunity, GateDecision decision, Set<String> owedBefore) {
        var more = decision.gaps().stream()
                .filter(gap -> !owedBefore.contains(gap.item()))
                .toList();
        if (more.isEmpty()) {
            return false;
        }
        var roadmap = roadmaps.of(opportunity);
        var open = openConversations.of(opportunity).stream()
                .map(OpenConversation::key)
                .flatMap(key -> roadmap.conversation(key).stream())
                .flatMap(conversation -> conversation.items().stream())
                .map(item -> item.id())
                .toList();
        return !more.stream().allMatch(gap -> gap.stage().equals(opportunity.stage()) && open.contains(gap.item()));
    }
}
