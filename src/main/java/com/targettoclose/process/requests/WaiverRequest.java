package com.targettoclose.process.requests;

import com.targettoclose.conversation.Refusal;
import com.targettoclose.gate.Waiver;
import com.targettoclose.gate.WaiverPolicy.RawDecision;
import com.targettoclose.ledger.History;
import com.targettoclose.ledger.Ledger;
import com.targettoclose.opportunity.Opportunity;
import com.targettoclose.process.conversations.SubmittedForm;
import com.targettoclose.process.people.Actor;
import com.targettoclose.process.people.SalesForce;
import com.targettoclose.process.roadmap.Roadmap;
import com.targettoclose.process.roadmap.Roadmaps;
import com.targettoclose.report.figures.SkippingCosts;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** A waiver as a request: a rep asks, a manager or leader decides, and the rep reads what was decided. */
@Service
class WaiverRequest implements DealRequest {

    static final String KIND = "waiver";

    private final Ledger ledger;
    private final Roadmaps roadmaps;
    private final SalesForce salesForce;
    private final DecideWaiver decideWaiver;
    private final SkippingCosts skippingCosts;

    WaiverRequest(
            Ledger ledger,
            Roadmaps roadmaps,
            SalesForce salesForce,
            DecideWaiver decideWaiver,
            SkippingCosts skippingCosts) {
        this.ledger = ledger;
        this.roadmaps = roadmaps;
        this.salesForce = salesForce;
        this.decideWaiver = decideWaiver;
        this.skippingCosts = skippingCosts;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Set<String> asks() {
        return Set.of("decision", "reason", "expiresOn", "makeGoodOn");
    }

    @Override
    public Map<String, TypedValue> shown(Opportunity opportunity, int number) {
        var history = ledger.historyWithText(opportunity.id());
        var waiver = waiver(history, number);
        var roadmap = roadmaps.of(opportunity);
        var shown = new Shown()
                .deal(opportunity, roadmap)
                .put("askedBy", salesForce.nameOf(waiver.asked().recordedBy()))
                .plain("whyAsked", waiver.asked().content().words())
                .put("skipping", skipping(waiver, opportunity, roadmap))
                .table("tried", DealSoFar.tried(waiver.items(), roadmap, history));
        var answer = waiver.answer();
        if (answer != null) {
            shown.put("decided", waiver.state().value())
                    .put("decidedBy", salesForce.nameOf(answer.recordedBy()))
                    .plain("whyDecided", answer.content().words())
                    .put("until", String.valueOf(waiver.until()))
                    .put("makeGoodBy", String.valueOf(waiver.makeGoodOn()));
        }
        return shown.fields();
    }

    @Override
    public @Nullable LocalDate due(Opportunity opportunity, int number) {
        return waiver(ledger.history(opportunity.id()), number).makeGoodOn();
    }

    @Override
    public Optional<Refusal> answer(String opportunityId, int number, VariableMap values, Actor actor, String taskId) {
        var decision = new RawDecision(
                SubmittedForm.text(values, "decision"),
                SubmittedForm.text(values, "reason"),
                SubmittedForm.text(values, "expiresOn"),
                SubmittedForm.text(values, "makeGoodOn"));
        return decideWaiver.decide(opportunityId, number, decision, actor, taskId);
    }

    private static Waiver waiver(History history, int number) {
        return Waiver.numbered(history, number)
                .orElseThrow(() -> new IllegalStateException("The ledger asks for no waiver in entry " + number + "."));
    }

    /** For each item, what became of comparable deals that went on without it. */
    private String skipping(Waiver waiver, Opportunity opportunity, Roadmap roadmap) {
        var costs = skippingCosts.of(opportunity, waiver.items());
        return waiver.items().stream()
                .map(id -> "- **" + DealSoFar.label(id, roadmap) + "**: "
                        + Objects.requireNonNull(costs.get(id)).inWords())
                .collect(Collectors.joining("\n"));
    }
}
