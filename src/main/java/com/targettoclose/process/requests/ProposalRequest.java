package com.targettoclose.process.requests;

import com.targettoclose.conversation.Refusal;
import com.targettoclose.ledger.Ledger;
import com.targettoclose.opportunity.Opportunity;
import com.targettoclose.opportunity.OpportunityLists;
import com.targettoclose.process.conversations.SubmittedForm;
import com.targettoclose.process.people.Actor;
import com.targettoclose.process.people.SalesForce;
import com.targettoclose.process.requests.AnswerProposal.RawAnswer;
import com.targettoclose.process.roadmap.Roadmap;
import com.targettoclose.process.roadmap.Roadmaps;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** A proposal as a request: whoever sells proposes, the process owner answers, and the answer comes back. */
@Service
class ProposalRequest implements DealRequest {

    static final String KIND = "proposal";

    private final Ledger ledger;
    private final OpportunityLists opportunities;
    private final Roadmaps roadmaps;
    private final SalesForce salesForce;
    private final AnswerProposal answerProposal;

    ProposalRequest(
            Ledger ledger,
            OpportunityLists opportunities,
            Roadmaps roadmaps,
            SalesForce salesForce,
            AnswerProposal answerProposal) {
        this.ledger = ledger;
        this.opportunities = opportunities;
        this.roadmaps = roadmaps;
        this.salesForce = salesForce;
        this.answerProposal = answerProposal;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Set<String> asks() {
        return Set.of("decision", "reason");
    }

    @Override
    public Map<String, TypedValue> shown(Opportunity opportunity, int number) {
        var proposal = Proposal.numbered(ledger.historyWithText(opportunity.id()), number)
                .orElseThrow(() -> new IllegalStateException("The ledger proposes nothing in entry " + number + "."));
        var shown = new Shown()
                .put("proposedBy", salesForce.nameOf(proposal.asked().recordedBy()))
                .plain("proposed", proposal.asked().content().words())
                .table("deals", deals(proposal));
        var answer = proposal.answer();
        if (answer != null) {
            shown.put("decision", proposal.decision())
                    .put("answeredBy", salesForce.nameOf(answer.recordedBy()))
                    .plain("answered", answer.content().words());
        }
        return shown.fields();
    }

    @Override
    public @Nullable LocalDate due(Opportunity opportunity, int number) {
        return null;
    }

    @Override
    public Optional<Refusal> answer(String opportunityId, int number, VariableMap values, Actor actor, String taskId) {
        var sent = new RawAnswer(SubmittedForm.text(values, "decision"), SubmittedForm.text(values, "reason"));
        return answerProposal.answer(new Proposals.Id(opportunityId, number), sent, actor, taskId);
    }

    /** The deals that show it: the client, and where it stands. */
    private List<Map<String, String>> deals(Proposal proposal) {
        return opportunities.all(proposal.opportunities()).stream()
                .map(it -> Map.of("client", it.account(), "stage", stage(it)))
                .toList();
    }

    private String stage(Opportunity opportunity) {
        return Stream.ofNullable(opportunity.stage())
                .flatMap(name -> roadmaps.of(opportunity).stage(name).stream())
                .map(Roadmap.Stage::label)
                .findFirst()
                .orElse(opportunity.status().value());
    }
}
