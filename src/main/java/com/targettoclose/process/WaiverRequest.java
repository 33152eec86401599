package com.targettoclose.process;

import com.targettoclose.conversation.Item;
import com.targettoclose.conversation.Refusal;
import com.targettoclose.gate.Waiver;
import com.targettoclose.gate.WaiverPolicy.RawDecision;
import com.targettoclose.ledger.Entry;
import com.targettoclose.ledger.EntryKind;
import com.targettoclose.ledger.History;
import com.targettoclose.ledger.Ledger;
import com.targettoclose.opportunity.Opportunity;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.Spin;
import org.camunda.spin.plugin.variable.SpinValues;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** A waiver as a request: a rep asks, a manager or leader decides, and the rep reads what was decided. */
@Service
class WaiverRequest implements Request {

    static final String KIND = "waiver";

    private final Ledger ledger;
    private final Roadmaps roadmaps;
    private final SalesForce salesForce;
    private final DecideWaiver decideWaiver;

    WaiverRequest(Ledger ledger, Roadmaps roadmaps, SalesForce salesForce, DecideWaiver decideWaiver) {
        this.ledger = ledger;
        this.roadmaps = roadmaps;
        this.salesForce = salesForce;
        this.decideWaiver = decideWaiver;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Map<String, TypedValue> shown(Opportunity opportunity, int number) {
        var history = ledger.historyWithText(opportunity.id());
        var waiver = waiver(history, number);
        Map<String, TypedValue> shown = new HashMap<>();
        put(shown, "account", CallPlan.plain(opportunity.account()));
        put(shown, "stage", CallPlan.plain(stage(opportunity)));
        put(shown, "value", value(opportunity));
        put(shown, "askedBy", salesForce.nameOf(waiver.asked().recordedBy()));
        put(shown, "whyAsked", plain(waiver.asked().content().words()));
        shown.put(
                "tried",
                SpinValues.jsonValue(
                                Spin.JSON(tried(waiver, opportunity, history)).toString())
                        .create());
        var answer = waiver.answer();
        if (answer != null) {
            put(shown, "decided", waiver.state().value());
            put(shown, "decidedBy", salesForce.nameOf(answer.recordedBy()));
            put(shown, "whyDecided", plain(answer.content().words()));
            put(shown, "until", String.valueOf(waiver.until()));
            put(shown, "makeGoodBy", String.valueOf(waiver.makeGoodOn()));
        }
        return shown;
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

    private String stage(Opportunity opportunity) {
        return Optional.ofNullable(opportunity.stage())
                .flatMap(roadmaps.of(opportunity)::stage)
                .map(Roadmap.Stage::label)
                .orElse("");
    }

    private static String value(Opportunity opportunity) {
        var terms = opportunity.terms();
        return terms.value() == null ? "unknown" : "%,.0f %s".formatted(terms.value(), terms.currency());
    }

    /** Each item, how often the client was asked for it, and what it said last. */
    private List<Map<String, String>> tried(Waiver waiver, Opportunity opportunity, History history) {
        var items = roadmaps.of(opportunity).items();
        return waiver.items().stream()
                .map(id -> Map.of(
                        "item",
                                Optional.ofNullable(items.get(id))
                                        .map(Item::label)
                                        .orElse(id),
                        "times", Long.toString(attempts(history, id).size()),
                        "said", lastWords(attempts(history, id))))
                .toList();
    }

    private static List<Entry> attempts(History history, String item) {
        return history.entries().stream()
                .filter(entry -> item.equals(entry.content().item()))
                .filter(entry -> entry.kind() == EntryKind.NOT_YET || entry.kind() == EntryKind.DECLINED)
                .toList();
    }

    private static String lastWords(List<Entry> attempts) {
        var last = attempts.isEmpty() ? null : attempts.get(attempts.size() - 1);
        return last == null ? "" : Objects.requireNonNullElse(last.content().words(), "");
    }

    private static String plain(@Nullable String text) {
        return text == null ? "" : CallPlan.plain(text);
    }

    private static void put(Map<String, TypedValue> shown, String name, String value) {
        shown.put(name, Variables.stringValue(value));
    }
}
