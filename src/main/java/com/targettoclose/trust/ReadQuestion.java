package com.targettoclose.trust;

import com.targettoclose.conversation.Choice;
import com.targettoclose.conversation.FaultCode;
import com.targettoclose.conversation.FieldReader;
import com.targettoclose.conversation.Refusal;
import com.targettoclose.edition.Editions;
import com.targettoclose.opportunity.DealType;
import com.targettoclose.process.people.Actor;
import com.targettoclose.process.people.Actors;
import com.targettoclose.process.people.Group;
import com.targettoclose.process.people.SalesTeams;
import com.targettoclose.report.facts.SizeBand;
import com.targettoclose.report.figures.ReportFilter;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.stereotype.Component;

/** Reads what somebody wants to see, and holds it against what they may: a leader all, a manager their team and themselves. */
@Component
public class ReadQuestion {

    private static final int LONGEST_ID = 255;

    private final Actors actors;
    private final SalesTeams teams;
    private final Editions editions;

    ReadQuestion(Actors actors, SalesTeams teams, Editions editions) {
        this.actors = actors;
        this.teams = teams;
        this.editions = editions;
    }

    /** A question that can be answered, or why it cannot. */
    public sealed interface Result {

        /** @param all whether they may see the deals of everybody */
        record Read(ReportFilter filter, boolean all, Set<String> owners) implements Result {}

        /** What to correct, all at once. */
        record Refused(Refusal refusal) implements Result {}
    }

    Result read(Question question, Authentication who) {
        return read(question, who, Set.of(Group.LEADER));
    }

    /**
     * As somebody may see it who belongs to one of some groups.
     *
     * @param seeAll the groups that see the deals of everybody here
     */
    public Result read(Question question, Authentication who, Set<Group> seeAll) {
        var actor = actors.of(
                who.getName(),
                who.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .collect(Collectors.toSet()));
        boolean all = seeAll.stream().anyMatch(actor::in);
        var fields = new FieldReader();
        var from = fields.date("from", question.from());
        var to = fields.date("to", question.to());
        if (from != null && to != null && to.isBefore(from)) {
            fields.fault("to", FaultCode.NOT_A_CHOICE, question.to(), "a day not before " + from);
        }
        var owners = owners(question, actor, all, fields);
        var filter = new ReportFilter(
                from,
                to,
                fields.text("roadmap", question.roadmap(), LONGEST_ID),
                edition(question, fields),
                fields.text("stage", question.stage(), LONGEST_ID),
                owners,
                value(fields.choice("dealType", DealType.class, question.dealType())),
                value(fields.choice("sizeBand", SizeBand.class, question.sizeBand())));
        return fields.faults().isEmpty()
                ? new Result.Read(filter, all, all ? Set.of() : actor.owners())
                : new Result.Refused(Refusal.invalid(fields.faults()));
    }

    /** Null for everybody's. Whom they may not see is named as if there were nobody of that name. */
    private @Nullable Set<String> owners(Question question, Actor actor, boolean all, FieldReader fields) {
        boolean leads = actor.in(Group.LEADER);
        Set<String> owners = all ? null : new HashSet<>(actor.owners());
        var team = fields.text("team", question.team(), LONGEST_ID);
        if (team != null) {
            Set<String> members = fields.faults().isEmpty() ? new HashSet<>(teams.membersOf(team)) : new HashSet<>();
            members.add(team);
            if (!leads && !team.equals(actor.userId())) {
                fields.fault("team", FaultCode.UNKNOWN_USER, team);
            }
            owners = members;
        }
        var rep = fields.text("rep", question.rep(), LONGEST_ID);
        if (rep != null) {
            if (!leads && !actor.owners().contains(rep) || owners != null && !owners.contains(rep)) {
                fields.fault("rep", FaultCode.UNKNOWN_USER, rep);
            }
            owners = Set.of(rep);
        }
        return owners;
    }

    private @Nullable Integer edition(Question question, FieldReader fields) {
        var asked = fields.text("edition", question.edition(), LONGEST_ID);
        if (asked == null) {
            return null;
        }
        int number = fields.number("edition", asked, 1, Integer.MAX_VALUE);
        if (fields.faults().stream().noneMatch(fault -> fault.field().equals("edition"))
                && editions.find(number).isEmpty()) {
            fields.fault(
                    "edition", FaultCode.NOT_A_CHOICE, asked, "the number of an edition; /api/editions lists them");
        }
        return number;
    }

    private static @Nullable String value(@Nullable Choice choice) {
        return choice == null ? null : choice.value();
    }
}
