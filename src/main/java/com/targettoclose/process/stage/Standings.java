package com.targettoclose.process.stage;

import com.targettoclose.conversation.Conversation;
import com.targettoclose.gate.GateDecision;
import com.targettoclose.gate.Gatekeeper;
import com.targettoclose.gate.Lapses;
import com.targettoclose.gate.StageCriteria;
import com.targettoclose.ledger.History;
import com.targettoclose.opportunity.Opportunity;
import com.targettoclose.opportunity.Status;
import com.targettoclose.process.roadmap.Roadmap;
import com.targettoclose.process.roadmap.Roadmap.Stage;
import com.targettoclose.process.roadmap.Roadmaps;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Where opportunities stand, computed from what the ledger holds. Writes nothing. */
@Service
public class Standings {

    private final Roadmaps roadmaps;
    private final ExitCriteriaTables tables;
    private final Gatekeeper gatekeeper;
    private final Clock clock;

    Standings(Roadmaps roadmaps, ExitCriteriaTables tables, Gatekeeper gatekeeper, Clock clock) {
        this.roadmaps = roadmaps;
        this.tables = tables;
        this.gatekeeper = gatekeeper;
        this.clock = clock;
    }

    /**
     * Where an opportunity stands.
     *
     * @param lapses the first day on which what is held will count no more, by item; empty once it is won
     * @param decision of the gate of the last stage that it has to pass, with every gap up to there; the first gap's stage
     *     is where it stands
     */
    public record Standing(Roadmap roadmap, GateDecision decision, Map<String, LocalDate> lapses) {

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
        var criteria = tables.criteria(roadmap, stages, opportunity.terms());
        var decision = gatekeeper.look(opportunity, history, criteria, roadmap.roadToWin());
        return new Standing(roadmap, decision, lapses(opportunity, history, criteria));
    }

    private Map<String, LocalDate> lapses(Opportunity opportunity, History history, List<StageCriteria> criteria) {
        return opportunity.open() ? Lapses.of(criteria, history.holdings(), LocalDate.now(clock)) : Map.of();
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
