package com.targettoclose.process.changes;

import com.targettoclose.conversation.FaultCode;
import com.targettoclose.conversation.FieldReader;
import com.targettoclose.conversation.Refusal;
import com.targettoclose.process.people.Actor;
import com.targettoclose.process.people.Group;
import com.targettoclose.process.people.SalesForce;
import com.targettoclose.process.people.SalesTeams;
import com.targettoclose.process.people.TaskPeople;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says who leads a rep from now on; what waited for those who led them waits for the new ones. */
@Service
public class ChangeTeam {

    private final SalesTeams teams;
    private final SalesForce salesForce;
    private final TaskPeople people;

    ChangeTeam(SalesTeams teams, SalesForce salesForce, TaskPeople people) {
        this.teams = teams;
        this.salesForce = salesForce;
        this.people = people;
    }

    /** Who leads a rep, in alphabetical order; empty where there is no such rep. */
    public Optional<List<String>> managersOf(String member) {
        return salesForce.sells(member) ? Optional.of(teams.managersOf(member)) : Optional.empty();
    }

    /**
     * Names those who lead a rep. Nobody else does from then on.
     *
     * @param actor a sales leader
     * @param managers users who sell; none where nobody leads them: then the sales leaders decide
     * @return why not, every fault included; empty where they lead now
     */
    @Transactional
    public Optional<Refusal> lead(String member, Collection<String> managers, Actor actor) {
        if (!actor.in(Group.LEADER)) {
            return Optional.of(Refusal.forbidden("Sales leaders say who leads whom. Ask one of them."));
        }
        if (!salesForce.sells(member)) {
            return Optional.of(Refusal.notFound("There is nobody who sells by the id '" + member + "'."));
        }
        var fields = new FieldReader();
        Set<String> wanted = new TreeSet<>(managers);
        var known = salesForce.sellersAmong(wanted);
        wanted.stream()
                .filter(it -> !known.contains(it))
                .forEach(it -> fields.fault("managers", FaultCode.UNKNOWN_USER, it));
        if (wanted.contains(member)) {
            fields.fault("managers", FaultCode.NOT_A_CHOICE, member, "somebody else");
        }
        if (!fields.faults().isEmpty()) {
            return Optional.of(Refusal.invalid(fields.faults()));
        }
        var before = teams.managersOf(member);
        teams.keepOnly(member, wanted);
        people.ledAnew(
                member, before.stream().filter(it -> !wanted.contains(it)).toList());
        return Optional.empty();
    }
}
