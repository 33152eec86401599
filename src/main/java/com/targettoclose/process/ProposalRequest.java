package com.targettoclose.process;

import com.targettoclose.conversation.Refusal;
import com.targettoclose.ledger.Ledger;
import com.targettoclose.opportunity.Opportunities;
import com.targettoclose.opportunity.Opportunity;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.Spin;
import org.camunda.spin.plugin.variable.SpinValues;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** A proposal as a request: whoever sells proposes, the process owner answers, and the answer comes back. */
@Service
class ProposalRequest implements Request {

    static final String KIND = "proposal";

    private final Ledger ledger;
    private final Opportunities opportunities;
    private final Roadmaps roadmaps;
    private final SalesForce salesForce;
    private final ProposeChange proposeChange;

    ProposalRequest(
            Ledger ledger,
            Opportunities opportunities,
            Roadmaps roadmaps,
            SalesForce salesForce,
            ProposeChange proposeChange) {
        this.ledger = ledger;
        this.opportunities = opportunities;
        this.roadmaps = roadmaps;
        this.salesForce = salesForce;
        this.proposeChange = proposeChange;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Map<String, TypedValue> shown(Opportunity opportunity, int number) {
        var proposal = Proposal.numbered(ledger.historyWithText(opportunity.id()), number)
                .orElseThrow(() -> new IllegalStateException("The ledger proposes nothing in entry " + number + "."));
        Map<String, TypedValue> shown = new HashMap<>();
        put(shown, "proposedBy", salesForce.nameOf(proposal.asked().recordedBy()));
        put(shown, "proposed", plain(proposal.asked().content().words()));
        shown.put(
                "deals",
                SpinValues.jsonValue(Spin.JSON(deals(proposal)).toString()).create());
        var answer = proposal.answer();
        if (answer != null) {
            put(shown, "decision", proposal.decision());
            put(shown, "answeredBy", salesForce.nameOf(answer.recordedBy()));
            put(shown, "answered", plain(answer.content().words()));
        }
        return shown;
    }

    @Override
    public @Nullable LocalDate due(Opportunity opportunity, int number) {
        return null;
    }

    @Override
    public Optional<Refusal> answer(String opportunityId, int number, VariableMap values, Actor actor, String taskId) {
        return proposeChange.answer(
                opportunityId,
                number,
                SubmittedForm.text(values, "decision"),
                SubmittedForm.text(values, "reason"),
                actor,
                taskId);
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

    private static String plain(@Nullable String text) {
        return text == null ? "" : CallPlan.plain(text);
    }

    private static void put(Map<String, TypedValue> shown, String name, String value) {
        shown.put(name, Variables.stringValue(value));
    }
}
