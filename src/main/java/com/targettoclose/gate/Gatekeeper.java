package com.targettoclose.gate;

import com.targettoclose.gate.GateDecision.Outcome;
import com.targettoclose.ledger.Draft;
import com.targettoclose.ledger.EntryKind;
import com.targettoclose.ledger.History;
import com.targettoclose.ledger.Ledger;
import com.targettoclose.opportunity.Opportunities;
import com.targettoclose.opportunity.Opportunity;
import com.targettoclose.opportunity.Status;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Decides gates from the ledger and writes down what was decided. */
@Service
public class Gatekeeper {

    private static final Set<EntryKind> NEWS = EnumSet.of(
            EntryKind.OPENED,
            EntryKind.GAINED,
            EntryKind.WITHDRAWN,
            EntryKind.WAIVED,
            EntryKind.LAPSED,
            EntryKind.VERIFIED,
            EntryKind.TERMS,
            EntryKind.MOVED,
            EntryKind.CLOSED,
            EntryKind.REOPENED);

    private final Ledger ledger;
    private final Opportunities opportunities;
    private final Clock clock;

    Gatekeeper(Ledger ledger, Opportunities opportunities, Clock clock) {
        this.ledger = ledger;
        this.opportunities = opportunities;
        this.clock = clock;
    }

    /** What a gate would decide now. Writes nothing. */
    public GateDecision look(Opportunity opportunity, History history, List<StageCriteria> stages, RoadToWin road) {
        var wonOn = opportunity.status() == Status.WON ? opportunity.closedOn() : null;
        var win = wonOn == null ? null : Win.of(wonOn, history, road);
        return GatePolicy.decide(stages, history.holdings(), LocalDate.now(clock), win);
    }

    /**
     * Decides a gate and writes the decision, what it found lapsed, and a return to the start of the roadmap. A decision
     * that changes nothing is not written again.
     *
     * @param opportunity locked by the caller
     * @param stages the criteria of every stage up to this one; the last is the gate's own
     * @param last whether no stage comes after this one
     * @throws IllegalStateException where this gate sent the opportunity back to the start before, for the same gaps, and
     *     nothing has changed since: it would circle for ever
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public GateDecision decide(
            Opportunity opportunity,
            List<StageCriteria> stages,
            RoadToWin road,
            boolean last,
            Draft.Origin origin,
            String by) {
        var history = ledger.history(opportunity.id());
        var decision = look(opportunity, history, stages, road);
        List<Draft> drafts = new ArrayList<>(lapses(decision, history));
        boolean repeated = repeats(decision, history);
        if (!repeated) {
            drafts.add(Draft.of(EntryKind.GATE).detail(decision.detail()).from(origin));
        }
        if (decision.outcome() == Outcome.OWED_EARLIER) {
            if (repeated) {
                refuseToCircle(opportunity, history, drafts);
            }
            drafts.add(Draft.of(EntryKind.RE_ENTERED).from(origin));
            if (opportunity.status() == Status.WON) {
                opportunities.becomes(opportunity.id(), Status.OPEN, null);
            }
        }
        ledger.append(opportunity.id(), drafts, by);
        keepPlace(opportunity, decision, last);
        return decision;
    }

    private void keepPlace(Opportunity opportunity, GateDecision decision, boolean last) {
        boolean through = decision.outcome() == Outcome.MET;
        var stage = decision.outcome() == Outcome.OWED_EARLIER
                ? decision.gaps().get(0).stage()
                : decision.stage();
        if (through && last) {
            opportunities.standsIn(opportunity.id(), null, clock.instant());
        } else if (!through && !stage.equals(opportunity.stage())) {
            opportunities.standsIn(opportunity.id(), stage, clock.instant());
        }
    }

    private static List<Draft> lapses(GateDecision decision, History history) {
        var holdings = history.holdings();
        return decision.gaps().stream()
                .filter(gap -> gap.reason() == Gap.Reason.LAPSED)
                .map(Gap::item)
                .distinct()
                .filter(item -> holdings.get(item) != null && holdings.get(item).gained())
                .map(item -> Draft.of(EntryKind.LAPSED).item(item))
                .toList();
    }

    private static boolean repeats(GateDecision decision, History history) {
        return history.newestGate(decision.stage())
                .filter(entry -> entry.content().detail().equals(decision.detail()))
                .isPresent();
    }

    private static void refuseToCircle(Opportunity opportunity, History history, List<Draft> drafts) {
        boolean news = drafts.stream().anyMatch(draft -> NEWS.contains(draft.kind()));
        var reentered = history.newest(EntryKind.RE_ENTERED);
        if (!news
                && reentered.isPresent()
                && history.after(reentered.get()).stream().noneMatch(entry -> NEWS.contains(entry.kind()))) {
            throw new IllegalStateException("Opportunity " + opportunity.id()
                    + " went back to the start of its roadmap and nothing has changed since. Check the exit criteria"
                    + " of its stages, then retry.");
        }
    }
}
