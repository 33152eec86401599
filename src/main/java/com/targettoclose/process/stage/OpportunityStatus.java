package com.targettoclose.process.stage;

import com.targettoclose.conversation.Choice;
import com.targettoclose.ledger.Draft;
import com.targettoclose.ledger.EntryKind;
import com.targettoclose.ledger.Ledger;
import com.targettoclose.opportunity.Opportunities;
import com.targettoclose.opportunity.Status;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes an opportunity's status where its roadmap says so, and nowhere else. */
@Service
public class OpportunityStatus {

    private final StageGate gate;
    private final Ledger ledger;
    private final Opportunities opportunities;
    private final OpenRequests openRequests;
    private final Heard heard;
    private final Clock clock;

    OpportunityStatus(
            StageGate gate,
            Ledger ledger,
            Opportunities opportunities,
            OpenRequests openRequests,
            Heard heard,
            Clock clock) {
        this.gate = gate;
        this.ledger = ledger;
        this.opportunities = opportunities;
        this.openRequests = openRequests;
        this.heard = heard;
        this.clock = clock;
    }

    /**
     * The roadmap reached an event that gives the opportunity this status. A win is checked once more; one that stands
     * already, because the deal only went back to the map during execution, keeps its day.
     */
    @Transactional
    public void reach(GatePlace place, String value) {
        var status = Choice.of(Status.class, value)
                .orElseThrow(() -> new IllegalStateException(
                        "No status '" + value + "'. Use one of: " + Choice.values(Status.class) + "."));
        var opportunity = gate.lock(place);
        if (status == Status.WON) {
            gate.requireNothingOwed(opportunity, ledger.history(opportunity.id()));
        }
        if (status == opportunity.status()) {
            return;
        }
        var closing = Draft.of(EntryKind.CLOSED)
                .detail(Map.of("as", status.value()))
                .occurredOn(LocalDate.now(clock))
                .from(place.origin());
        ledger.append(opportunity.id(), List.of(closing), StageGate.SYSTEM);
        opportunities.becomes(opportunity.id(), status, LocalDate.now(clock));
        heard.of(opportunity, null, StageGate.SYSTEM);
        if (status != Status.WON) {
            openRequests.closeMoot(opportunity, ledger.history(opportunity.id()), Set.of(), StageGate.SYSTEM);
        }
    }

    /**
     * The roadmap ends.
     *
     * @throws IllegalStateException where the opportunity is still open: the diagram ends without saying how
     */
    @Transactional
    public void requireEnded(GatePlace place) {
        if (gate.lock(place).open()) {
            throw new IllegalStateException("The roadmap of opportunity " + place.opportunityId()
                    + " ends while it is open. Mend the diagram: every end needs its status.");
        }
    }
}
