package com.targettoclose.process.requests;

import com.targettoclose.gate.WaivableBy;
import com.targettoclose.gate.Waiver;
import com.targettoclose.ledger.Ledger;
import com.targettoclose.opportunity.Opportunities;
import com.targettoclose.process.Contract;
import com.targettoclose.process.people.Group;
import com.targettoclose.process.people.SalesTeams;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What diagrams may ask of the waiver that they are about. Public, or JUEL finds no method. */
@Component(Contract.WAIVER)
public class WaiverInDiagrams {

    private final Opportunities opportunities;
    private final Ledger ledger;
    private final SalesTeams teams;

    WaiverInDiagrams(Opportunities opportunities, Ledger ledger, SalesTeams teams) {
        this.opportunities = opportunities;
        this.ledger = ledger;
        this.teams = teams;
    }

    /** The manager who decides it, by user id; null where a pool does, see {@link #deciders}. */
    public @Nullable String decider(DelegateExecution execution) {
        var place = RequestPlace.of(execution);
        return waiver(place).level() == WaivableBy.LEADER
                ? null
                : manager(place).orElse(null);
    }

    /** The groups of which anybody decides it: leaders, where it takes one, or where nobody is known to lead the owner. */
    public List<String> deciders(DelegateExecution execution) {
        return decider(execution) == null ? List.of(Group.LEADER.id()) : List.of();
    }

    /** Whether it was granted or refused; not where it became moot. */
    public boolean decided(DelegateExecution execution) {
        var state = waiver(RequestPlace.of(execution)).state();
        return state == Waiver.State.GRANTED || state == Waiver.State.REFUSED;
    }

    private Waiver waiver(RequestPlace place) {
        return Waiver.numbered(ledger.history(place.about()), place.number())
                .orElseThrow(() -> new IllegalStateException(
                        "The ledger of " + place.about() + " asks for no waiver in entry " + place.number()));
    }

    private Optional<String> manager(RequestPlace place) {
        var owner = place.opportunity(opportunities).owner();
        return teams.managerOf(owner);
    }
}
