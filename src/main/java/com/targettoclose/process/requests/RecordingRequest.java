package com.targettoclose.process.requests;

import com.targettoclose.conversation.Refusal;
import com.targettoclose.ledger.Entry;
import com.targettoclose.ledger.EntryKind;
import com.targettoclose.ledger.Ledger;
import com.targettoclose.opportunity.Opportunity;
import com.targettoclose.process.people.Actor;
import com.targettoclose.process.people.SalesForce;
import com.targettoclose.process.roadmap.Roadmap;
import com.targettoclose.process.roadmap.Roadmaps;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Much that was recorded at once: its owner's manager reads it and talks it through. Nobody answers it. */
@Service
class RecordingRequest implements DealRequest {

    static final String KIND = "recording";

    private final Ledger ledger;
    private final Roadmaps roadmaps;
    private final SalesForce salesForce;

    RecordingRequest(Ledger ledger, Roadmaps roadmaps, SalesForce salesForce) {
        this.ledger = ledger;
        this.roadmaps = roadmaps;
        this.salesForce = salesForce;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Set<String> asks() {
        return Set.of();
    }

    @Override
    public Map<String, TypedValue> shown(Opportunity opportunity, int number) {
        var entries = ledger.historyWithText(opportunity.id()).entries();
        var first = entries.get(number - 1);
        var roadmap = roadmaps.of(opportunity);
        var recorded = entries.stream()
                .skip(number - 1L)
                .takeWhile(entry -> entry.recordedAt().equals(first.recordedAt()) && isAnswer(entry))
                .map(entry -> row(entry, roadmap))
                .toList();
        return new Shown()
                .deal(opportunity, roadmap)
                .put("owner", salesForce.nameOf(opportunity.owner()))
                .put("recordedBy", salesForce.nameOf(first.recordedBy()))
                .put("points", Integer.toString(recorded.size()))
                .put("heldOn", String.valueOf(first.content().occurredOn()))
                .table("recorded", recorded)
                .fields();
    }

    private static boolean isAnswer(Entry entry) {
        return Set.of(EntryKind.GAINED, EntryKind.NOT_YET, EntryKind.DECLINED).contains(entry.kind());
    }

    private static Map<String, String> row(Entry entry, Roadmap roadmap) {
        var item = DealSoFar.label(Objects.requireNonNull(entry.content().item()), roadmap);
        return Map.of(
                "what",
                item,
                "words",
                Objects.requireNonNullElse(entry.content().words(), ""));
    }

    @Override
    public @Nullable LocalDate due(Opportunity opportunity, int number) {
        return null;
    }

    @Override
    public Optional<Refusal> answer(String opportunityId, int number, VariableMap values, Actor actor, String taskId) {
        throw new IllegalStateException("A recording is only told of. Let no task answer it.");
    }
}
