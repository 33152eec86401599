package com.targettoclose.process.requests;

import com.targettoclose.conversation.EvidencePolicy;
import com.targettoclose.conversation.FieldReader;
import com.targettoclose.conversation.Refusal;
import com.targettoclose.ledger.Draft;
import com.targettoclose.ledger.EntryKind;
import com.targettoclose.ledger.Ledger;
import com.targettoclose.opportunity.Opportunities;
import com.targettoclose.process.Refusals;
import com.targettoclose.process.people.Actor;
import com.targettoclose.process.people.Group;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Proposes a change of the process, and answers such a proposal. */
@Service
class ProposeChange {

    private final Opportunities opportunities;
    private final Ledger ledger;
    private final Clock clock;

    ProposeChange(Opportunities opportunities, Ledger ledger, Clock clock) {
        this.opportunities = opportunities;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** What came of it. */
    sealed interface Result {

        /** It stands in the ledger's entry of this number. */
        record Proposed(int number) implements Result {}

        /** It does not; nothing was written. */
        record NotProposed(Refusal refusal) implements Result {}
    }

    /**
     * Writes a proposal into the ledger of the first opportunity that shows it.
     *
     * @param ids the opportunities that show it, at least one
     * @param words where the process does not fit
     * @param instead what would fit better
     */
    @Transactional
    public Result propose(List<String> ids, @Nullable String words, @Nullable String instead, String who) {
        var first = ids.get(0);
        if (opportunities.lock(first).isEmpty()) {
            return new Result.NotProposed(Refusals.noOpportunity(first));
        }
        var fields = new FieldReader();
        var where = fields.requiredText("words", words, EvidencePolicy.MAX_WORDS);
        var better = fields.text("instead", instead, EvidencePolicy.MAX_WORDS);
        if (where == null || !fields.faults().isEmpty()) {
            return new Result.NotProposed(Refusal.invalid(fields.faults()));
        }
        int number = ledger.history(first).entries().size() + 1;
        var entry = Draft.of(EntryKind.CHANGE_PROPOSED)
                .detail(Proposal.proposing(ids))
                .said(null, better == null ? where : where + "\n\n" + better)
                .occurredOn(LocalDate.now(clock));
        ledger.append(first, List.of(entry), who);
        return new Result.Proposed(number);
    }

    /**
     * Answers a proposal.
     *
     * @param task the task in which it is answered
     * @return why not, every fault included; empty where it is answered
     */
    @Transactional
    public Optional<Refusal> answer(
            String opportunityId,
            int number,
            @Nullable String decision,
            @Nullable String words,
            Actor actor,
            String task) {
        if (opportunities.lock(opportunityId).isEmpty()) {
            return Optional.of(Refusals.noOpportunity(opportunityId));
        }
        if (!actor.in(Group.PROCESS_OWNER)) {
            return Optional.of(Refusal.forbidden("A process owner answers this. Leave it to them."));
        }
        var proposal = Proposal.numbered(ledger.history(opportunityId), number);
        if (proposal.isEmpty() || proposal.get().answer() != null) {
            return Optional.of(Refusal.conflict("This proposal is answered already. Open your task list again."));
        }
        var fields = new FieldReader();
        var made = fields.required("decision", decision)
                ? fields.choice("decision", Proposal.Decision.class, decision)
                : null;
        var why = fields.requiredText("reason", words, EvidencePolicy.MAX_WORDS);
        if (made == null || why == null || !fields.faults().isEmpty()) {
            return Optional.of(Refusal.invalid(fields.faults()));
        }
        var entry = Draft.of(EntryKind.CHANGE_ANSWERED)
                .detail(Proposal.answering(number, made))
                .said(null, why)
                .occurredOn(LocalDate.now(clock))
                .from(new Draft.Origin(null, task, null, null));
        ledger.append(opportunityId, List.of(entry), actor.userId());
        return Optional.empty();
    }
}
