package com.targettoclose.process.requests;

import com.targettoclose.conversation.EvidencePolicy;
import com.targettoclose.conversation.FieldReader;
import com.targettoclose.conversation.Refusal;
import com.targettoclose.gate.Waiver;
import com.targettoclose.ledger.Draft;
import com.targettoclose.ledger.EntryKind;
import com.targettoclose.ledger.Ledger;
import com.targettoclose.opportunity.Opportunities;
import com.targettoclose.opportunity.Opportunity;
import com.targettoclose.opportunity.QuietDeals;
import com.targettoclose.process.Refusals;
import com.targettoclose.process.people.Actor;
import com.targettoclose.process.people.Group;
import com.targettoclose.process.people.SalesTeams;
import com.targettoclose.process.stage.OpenRequests;
import com.targettoclose.process.stage.Stall;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says what to do about a stalled deal, and writes it down. */
@Service
public class CoachDeal {

    private final Opportunities opportunities;
    private final QuietDeals quietDeals;
    private final Ledger ledger;
    private final SalesTeams teams;
    private final OpenRequests openRequests;
    private final Clock clock;

    CoachDeal(
            Opportunities opportunities,
            QuietDeals quietDeals,
            Ledger ledger,
            SalesTeams teams,
            OpenRequests openRequests,
            Clock clock) {
        this.opportunities = opportunities;
        this.quietDeals = quietDeals;
        this.ledger = ledger;
        this.teams = teams;
        this.openRequests = openRequests;
        this.clock = clock;
    }

    /** Advice as it was sent: one of {@link Advice}, and what to do next. */
    public record RawAdvice(
            @Nullable String advice, @Nullable String words) {}

    /**
     * Advises on the silence that waits for it. Its owner reads it, and silence counts anew from today.
     *
     * @param task the task in which it is answered; null where it is answered elsewhere: its task is then completed
     * @return why not, every fault included; empty where it is written down
     */
    @Transactional
    public Optional<Refusal> answer(String opportunityId, RawAdvice raw, Actor actor, @Nullable String task) {
        var found = opportunities.lock(opportunityId);
        if (found.isEmpty()) {
            return Optional.of(Refusals.noOpportunity(opportunityId));
        }
        var opportunity = found.get();
        var stall = Stall.open(ledger.history(opportunityId));
        if (stall.isEmpty()) {
            return Optional.of(Refusal.conflict("This deal waits for no advice. Nothing was written down."));
        }
        if (!mayAdvise(opportunity, actor)) {
            return Optional.of(Refusal.forbidden(whoMay(opportunity, actor)));
        }
        var fields = new FieldReader();
        var advice =
                fields.required("advice", raw.advice()) ? fields.choice("advice", Advice.class, raw.advice()) : null;
        var words = fields.requiredText("words", raw.words(), EvidencePolicy.MAX_WORDS);
        if (advice == null || words == null || !fields.faults().isEmpty()) {
            return Optional.of(Refusal.invalid(fields.faults()));
        }
        write(opportunity, stall.get(), advice, words, actor.userId(), task);
        return Optional.empty();
    }

    private void write(
            Opportunity opportunity, Stall stall, Advice advice, String words, String who, @Nullable String task) {
        var answeredIn = task == null ? openRequests.taskOf(opportunity.id(), stall.number()) : Optional.of(task);
        var entry = Draft.of(EntryKind.COACHED)
                .detail(Map.of(Waiver.REQUEST, stall.number(), Stall.ADVICE, advice.value()))
                .said(null, words)
                .occurredOn(LocalDate.now(clock))
                .from(answeredIn
                        .map(id -> new Draft.Origin(null, id, null, null))
                        .orElse(null));
        ledger.append(opportunity.id(), List.of(entry), who);
        quietDeals.heard(opportunity.id(), LocalDate.now(clock));
        if (task == null) {
            answeredIn.ifPresent(openRequests::complete);
        }
    }

    private boolean mayAdvise(Opportunity opportunity, Actor actor) {
        return !actor.userId().equals(opportunity.owner())
                && (actor.in(Group.LEADER)
                        || teams.managersOf(opportunity.owner()).contains(actor.userId()));
    }

    private static String whoMay(Opportunity opportunity, Actor actor) {
        return actor.userId().equals(opportunity.owner())
                ? "This is your own deal. Somebody else looks at it with fresh eyes."
                : "The manager of the deal's owner advises here, or a sales leader. Leave it to them.";
    }
}
