package com.targettoclose.process.requests;

import com.targettoclose.conversation.EvidencePolicy;
import com.targettoclose.conversation.FieldReader;
import com.targettoclose.conversation.Refusal;
import com.targettoclose.ledger.Draft;
import com.targettoclose.ledger.Entry;
import com.targettoclose.ledger.EntryKind;
import com.targettoclose.ledger.Ledger;
import com.targettoclose.opportunity.Opportunities;
import com.targettoclose.process.people.Actor;
import com.targettoclose.process.people.Group;
import com.targettoclose.process.people.SalesForce;
import com.targettoclose.process.stage.OpenRequests;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Answers a proposal to change the process. */
@Service
public class AnswerProposal {

    private final Opportunities opportunities;
    private final Ledger ledger;
    private final ProposalTable proposals;
    private final OpenRequests openRequests;
    private final SalesForce salesForce;
    private final Clock clock;

    AnswerProposal(
            Opportunities opportunities,
            Ledger ledger,
            ProposalTable proposals,
            OpenRequests openRequests,
            SalesForce salesForce,
            Clock clock) {
        this.opportunities = opportunities;
        this.ledger = ledger;
        this.proposals = proposals;
        this.openRequests = openRequests;
        this.salesForce = salesForce;
        this.clock = clock;
    }

    /**
     * An answer as somebody sends it.
     *
     * @param decision {@code taken-up}, {@code later} or {@code declined}
     * @param reason why
     */
    public record RawAnswer(
            @Nullable String decision, @Nullable String reason) {}

    /**
     * Answers a proposal.
     *
     * @param task the task in which it is answered; null where it is answered elsewhere: its task is then completed
     * @return why not, every fault included; empty where it is answered
     */
    @Transactional
    public Optional<Refusal> answer(Proposals.Id id, RawAnswer raw, Actor actor, @Nullable String task) {
        if (!actor.in(Group.PROCESS_OWNER)) {
            return Optional.of(Refusal.forbidden("A process owner answers this. Leave it to them."));
        }
        var locked = opportunities.lock(id.opportunityId());
        var history = ledger.history(id.opportunityId());
        var proposal = Proposal.numbered(history, id.number());
        if (locked.isEmpty() || proposal.isEmpty()) {
            return Optional.of(
                    Refusal.notFound("There is no proposal '" + id.opportunityId() + "." + id.number() + "'."));
        }
        if (proposal.get().answer() != null) {
            return Optional.of(answeredAlready(proposal.get().answer()));
        }
        var fields = new FieldReader();
        var made = fields.required("decision", raw.decision())
                ? fields.choice("decision", Proposal.Decision.class, raw.decision())
                : null;
        var why = fields.requiredText("reason", raw.reason(), EvidencePolicy.MAX_WORDS);
        if (made == null || why == null || !fields.faults().isEmpty()) {
            return Optional.of(Refusal.invalid(fields.faults()));
        }
        var answeredIn = task == null ? openRequests.taskOf(id.opportunityId(), id.number()) : Optional.of(task);
        var entry = Draft.of(EntryKind.CHANGE_ANSWERED)
                .detail(Proposal.answering(id.number(), made))
                .said(null, why)
                .occurredOn(LocalDate.now(clock))
                .from(answeredIn
                        .map(it -> new Draft.Origin(null, it, null, null))
                        .orElse(null));
        ledger.append(id.opportunityId(), List.of(entry), actor.userId());
        proposals.answered(id, history.entries().size() + 1);
        if (task == null) {
            answeredIn.ifPresent(openRequests::complete);
        }
        return Optional.empty();
    }

    private Refusal answeredAlready(Entry answer) {
        return Refusal.conflict("This proposal is answered already, by " + salesForce.nameOf(answer.recordedBy())
                + " on " + answer.content().occurredOn() + ". Open your task list again.");
    }
}
