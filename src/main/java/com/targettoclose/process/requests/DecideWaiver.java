package com.targettoclose.process.requests;

import com.targettoclose.conversation.FieldReader;
import com.targettoclose.conversation.Refusal;
import com.targettoclose.gate.WaivableBy;
import com.targettoclose.gate.Waiver;
import com.targettoclose.gate.WaiverPolicy;
import com.targettoclose.gate.WaiverPolicy.Decider;
import com.targettoclose.gate.WaiverPolicy.Decision;
import com.targettoclose.gate.WaiverPolicy.RawDecision;
import com.targettoclose.ledger.Draft;
import com.targettoclose.ledger.EntryKind;
import com.targettoclose.ledger.Ledger;
import com.targettoclose.opportunity.Opportunities;
import com.targettoclose.opportunity.Opportunity;
import com.targettoclose.process.people.Actor;
import com.targettoclose.process.people.Group;
import com.targettoclose.process.people.SalesTeams;
import com.targettoclose.process.stage.OpenConversations;
import com.targettoclose.process.stage.OpenRequests;
import com.targettoclose.process.stage.Standings;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Grants or refuses a waiver that was asked for. */
@Service
public class DecideWaiver {

    private final Opportunities opportunities;
    private final Ledger ledger;
    private final Standings standings;
    private final SalesTeams teams;
    private final OpenRequests openRequests;
    private final OpenConversations openConversations;
    private final Clock clock;

    DecideWaiver(
            Opportunities opportunities,
            Ledger ledger,
            Standings standings,
            SalesTeams teams,
            OpenRequests openRequests,
            OpenConversations openConversations,
            Clock clock) {
        this.opportunities = opportunities;
        this.ledger = ledger;
        this.standings = standings;
        this.teams = teams;
        this.openRequests = openRequests;
        this.openConversations = openConversations;
        this.clock = clock;
    }

    /**
     * Decides. A granted waiver closes the conversations that it makes moot, and the gate looks again.
     *
     * @param number of the ledger's entry that asks
     * @param task the task in which it is decided; null where it is decided elsewhere: its task is then completed
     * @return why not, every fault included; empty where it is decided
     */
    @Transactional
    public Optional<Refusal> decide(
            String opportunityId, int number, RawDecision raw, Actor actor, @Nullable String task) {
        var opportunity = opportunities.lock(opportunityId).orElse(null);
        var history = ledger.history(opportunityId);
        var waiver = Waiver.numbered(history, number).orElse(null);
        if (opportunity == null || waiver == null) {
            return Optional.of(Refusal.notFound("There is no waiver '" + opportunityId + "." + number + "'."));
        }
        if (!waiver.open()) {
            return Optional.of(decidedAlready(waiver));
        }
        var gaps = standings.of(opportunity, history).decision().gaps();
        var level = WaiverPolicy.level(waiver.items(), gaps).orElse(waiver.level());
        if (!mayDecide(level, opportunity, actor)) {
            return Optional.of(Refusal.forbidden(whoMay(level, opportunity, actor)));
        }
        var fields = new FieldReader();
        var decision = WaiverPolicy.decision(raw, LocalDate.now(clock), fields);
        if (decision == null) {
            return Optional.of(Refusal.invalid(fields.faults()));
        }
        var owed = waiver.items().stream()
                .filter(item -> gaps.stream().anyMatch(gap -> gap.item().equals(item)))
                .toList();
        write(opportunity, number, decision, owed, actor.userId(), task);
        return Optional.empty();
    }

    private void write(
            Opportunity opportunity,
            int number,
            Decision decision,
            List<String> owed,
            String who,
            @Nullable String task) {
        var answeredIn = task == null ? openRequests.taskOf(opportunity.id(), number) : Optional.of(task);
        var origin =
                answeredIn.map(id -> new Draft.Origin(null, id, null, null)).orElse(null);
        ledger.append(opportunity.id(), drafts(number, decision, owed, origin), who);
        if (task == null) {
            answeredIn.ifPresent(openRequests::complete);
        }
        if (decision.granted()) {
            var history = ledger.history(opportunity.id());
            standings
                    .ifJudgeable(opportunity, history)
                    .ifPresent(standing -> openConversations.closeMoot(opportunity, standing, history, null, who));
        }
    }

    private List<Draft> drafts(int number, Decision decision, List<String> owed, Draft.@Nullable Origin origin) {
        var today = LocalDate.now(clock);
        if (!decision.granted()) {
            return List.of(Draft.of(EntryKind.WAIVER_REFUSED)
                    .detail(Map.of(Waiver.REQUEST, number))
                    .said(null, decision.reason())
                    .occurredOn(today)
                    .from(origin));
        }
        var detail = Map.<String, Object>of(
                Waiver.REQUEST, number,
                Waiver.UNTIL, String.valueOf(decision.until()),
                Waiver.MAKE_GOOD_ON, String.valueOf(decision.makeGoodOn()));
        return owed.stream()
                .map(item -> Draft.of(EntryKind.WAIVED)
                        .item(item)
                        .detail(detail)
                        .said(null, decision.reason())
                        .occurredOn(today)
                        .from(origin))
                .toList();
    }

    private boolean mayDecide(WaivableBy level, Opportunity opportunity, Actor actor) {
        var decider = new Decider(
                actor.userId().equals(opportunity.owner()),
                teams.managersOf(opportunity.owner()).contains(actor.userId()),
                actor.in(Group.LEADER));
        return WaiverPolicy.mayDecide(level, decider);
    }

    private static String whoMay(WaivableBy level, Opportunity opportunity, Actor actor) {
        if (actor.userId().equals(opportunity.owner())) {
            return "This is your own deal. Somebody else decides what it may pass without.";
        }
        return level == WaivableBy.LEADER
                ? "Only a sales leader may grant this. Leave it to them."
                : "The manager of the deal's owner decides this, or a sales leader. Leave it to them.";
    }

    private static Refusal decidedAlready(Waiver waiver) {
        var answer = Objects.requireNonNull(waiver.answer());
        return Refusal.conflict(
                "This waiver is decided already (" + waiver.state().value() + ", by " + answer.recordedBy() + " on "
                        + answer.content().occurredOn() + ").");
    }
}
