package com.targettoclose.process;

import com.targettoclose.conversation.Conversation;
import com.targettoclose.gate.GateDecision;
import com.targettoclose.gate.Gatekeeper;
import com.targettoclose.ledger.History;
import com.targettoclose.opportunity.Opportunity;
import com.targettoclose.opportunity.Status;
import com.targettoclose.process.Roadmap.Stage;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Where opportunities stand, computed from what the ledger holds. Writes nothing. */
@Service
public class Standings {

    private final Roadmaps roadmaps;
    private final ExitCriteriaTables tables;
    private final Gatekeeper gatekeeper;

    Standings(Roadmaps roadmaps, ExitCriteriaTables tables, Gatekeeper gatekeeper) {
        this.roadmaps = roadmaps;
        this.tables = tables;
        this.gatekeeper = gatekeeper;
    }

    /**
     * Where an opportunity stands.
     *
     * @param decision of the gate of the last stage that it has to pass, with every gap up to there; the first gap's stage
     *     is where it stands
     */
    public record Standing(Roadmap roadmap, GateDecision decision) {

        /** Whether a conversation still has something to yield. */
        public boolean owes(Conversation conversation) {
            var owed = decision.owedItems();
            return conversation.items().stream().anyMatch(item -> owed.contains(item.id()));
        }
    }

    /** Where the opportunity stands on its roadmap: up to the win while it is open, the whole roadmap once it is won. */
    public Standing of(Opportunity opportunity, History history) {
        var roadmap = roadmaps.of(opportunity);
        var stages = opportunity.status() == Status.WON ? roadmap.stages() : roadmap.toWin();
        return new Standing(roadmap, look(opportunity, history, roadmap, stages));
    }

    /** As {@link #of}; empty while the exit criteria are broken: what a rep writes down waits for no repair. */
    public Optional<Standing> ifJudgeable(Opportunity opportunity, History history) {
        try {
            return Optional.of(of(opportunity, history));
        } catch (BrokenExitCriteria e) {
            return Optional.empty();
        }
    }

    /** What the gate of the last of these stages would decide. */
    GateDecision look(Opportunity opportunity, History history, Roadmap roadmap, List<Stage> stages) {
        var criteria = tables.criteria(roadmap, stages, opportunity.terms());
        return gatekeeper.look(opportunity, history, criteria, roadmap.roadToWin());
    }
}
