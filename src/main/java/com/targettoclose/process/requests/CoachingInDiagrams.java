package com.targettoclose.process.requests;

import com.targettoclose.ledger.Ledger;
import com.targettoclose.opportunity.Opportunities;
import com.targettoclose.process.Contract;
import com.targettoclose.process.people.Group;
import com.targettoclose.process.people.SalesTeams;
import com.targettoclose.process.stage.Stall;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What diagrams may ask of the coaching that they are about. Public, or JUEL finds no method. */
@Component(Contract.COACHING)
public class CoachingInDiagrams {

    private final Opportunities opportunities;
    private final Ledger ledger;
    private final SalesTeams teams;

    CoachingInDiagrams(Opportunities opportunities, Ledger ledger, SalesTeams teams) {
        this.opportunities = opportunities;
        this.ledger = ledger;
        this.teams = teams;
    }

    /** The manager who leads the owner, by user id; null where nobody does. */
    public @Nullable String coach(DelegateExecution execution) {
        return manager(execution).orElse(null);
    }

    /** The groups of which anybody advises: leaders, where nobody leads the owner. */
    public List<String> coaches(DelegateExecution execution) {
        return manager(execution).isPresent() ? List.of() : List.of(Group.LEADER.id());
    }

    /** Whether somebody advised; not where it became moot. */
    public boolean answered(DelegateExecution execution) {
        var place = RequestPlace.of(execution);
        return Stall.numbered(ledger.history(place.about()), place.number())
                .filter(Stall::answered)
                .isPresent();
    }

    private Optional<String> manager(DelegateExecution execution) {
        var owner = RequestPlace.of(execution).opportunity(opportunities).owner();
        return teams.managerOf(owner);
    }
}
