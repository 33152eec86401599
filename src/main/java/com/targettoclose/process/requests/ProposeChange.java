package com.targettoclose.process.requests;

import com.targettoclose.conversation.EvidencePolicy;
import com.targettoclose.conversation.FaultCode;
import com.targettoclose.conversation.FieldReader;
import com.targettoclose.conversation.Refusal;
import com.targettoclose.ledger.Draft;
import com.targettoclose.ledger.EntryKind;
import com.targettoclose.ledger.Ledger;
import com.targettoclose.opportunity.Opportunities;
import com.targettoclose.opportunity.Opportunity;
import com.targettoclose.opportunity.OpportunityLists;
import com.targettoclose.process.AsTheApplication;
import com.targettoclose.process.Contract;
import com.targettoclose.process.Refusals;
import com.targettoclose.process.people.Actor;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Proposes a change of the process. */
@Service
public class ProposeChange {

    private static final int MOST_DEALS = 100;

    private final ProcessEngine engine;
    private final Opportunities opportunities;
    private final OpportunityLists lists;
    private final Ledger ledger;
    private final ProposalTable proposals;
    private final Clock clock;

    ProposeChange(
            @Lazy ProcessEngine engine,
            Opportunities opportunities,
            OpportunityLists lists,
            Ledger ledger,
            ProposalTable proposals,
            Clock clock) {
        this.engine = engine;
        this.opportunities = opportunities;
        this.lists = lists;
        this.ledger = ledger;
        this.proposals = proposals;
        this.clock = clock;
    }

    /**
     * A proposal as somebody sends it.
     *
     * @param opportunities the ids of those that show it, at least one
     * @param words where the process does not fit
     * @param instead what would fit better
     */
    public record RawProposal(
            List<String> opportunities,
            @Nullable String words,
            @Nullable String instead) {}

    /** What came of it. */
    public sealed interface Result {

        /** It stands in the ledger's entry of this number of the first opportunity that shows it. */
        record Proposed(Proposals.Id id) implements Result {}

        /** It does not; nothing was written. */
        record NotProposed(Refusal refusal) implements Result {}
    }

    /** Proposes, and starts the process in which a process owner answers. */
    @Transactional
    public Result propose(RawProposal raw, Actor actor) {
        var result = write(raw, actor);
        if (result instanceof Result.Proposed proposed) {
            AsTheApplication.call(
                    engine,
                    () -> engine.getRuntimeService()
                            .createMessageCorrelation(Contract.CHANGE_PROPOSED)
                            .processInstanceBusinessKey(proposed.id().opportunityId())
                            .setVariable(
                                    Contract.REQUEST_VARIABLE, proposed.id().number())
                            .correlateStartMessage());
        }
        return result;
    }

    /** Proposes from inside the process in which a process owner answers. */
    @Transactional
    Result write(RawProposal raw, Actor actor) {
        var ids = List.copyOf(new LinkedHashSet<>(raw.opportunities()));
        var fields = new FieldReader();
        if (ids.isEmpty()) {
            fields.fault("opportunities", FaultCode.MISSING, null);
        } else if (ids.size() > MOST_DEALS) {
            fields.fault("opportunities", FaultCode.OUT_OF_RANGE, ids.size() + " ids", "1 to " + MOST_DEALS);
        }
        var where = fields.requiredText("words", raw.words(), EvidencePolicy.MAX_WORDS);
        var better = fields.text("instead", raw.instead(), EvidencePolicy.MAX_WORDS);
        if (where == null || !fields.faults().isEmpty()) {
            return new Result.NotProposed(Refusal.invalid(fields.faults()));
        }
        var unseen = unseen(ids, actor);
        if (unseen.isPresent() || opportunities.lock(ids.get(0)).isEmpty()) {
            return new Result.NotProposed(Refusals.noOpportunity(unseen.orElse(ids.get(0))));
        }
        var words = better == null ? where : where + "\n\n" + better;
        return new Result.Proposed(append(ids, words, actor.userId()));
    }

    private Optional<String> unseen(List<String> ids, Actor actor) {
        var seen =
                lists.all(ids).stream().filter(actor::sees).map(Opportunity::id).collect(Collectors.toSet());
        return ids.stream().filter(id -> !seen.contains(id)).findFirst();
    }

    private Proposals.Id append(List<String> ids, String words, String who) {
        var first = ids.get(0);
        var id = new Proposals.Id(first, ledger.history(first).entries().size() + 1);
        var entry = Draft.of(EntryKind.CHANGE_PROPOSED)
                .detail(Proposal.proposing(ids))
                .said(null, words)
                .occurredOn(LocalDate.now(clock));
        ledger.append(first, List.of(entry), who);
        proposals.add(id, who, clock.instant());
        return id;
    }
}
