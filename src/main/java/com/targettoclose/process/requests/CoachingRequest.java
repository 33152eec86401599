package com.targettoclose.process.requests;

import com.targettoclose.conversation.Refusal;
import com.targettoclose.gate.Gap;
import com.targettoclose.gate.GateDecision;
import com.targettoclose.ledger.Ledger;
import com.targettoclose.opportunity.Opportunity;
import com.targettoclose.process.conversations.SubmittedForm;
import com.targettoclose.process.people.Actor;
import com.targettoclose.process.people.SalesForce;
import com.targettoclose.process.requests.CoachDeal.RawAdvice;
import com.targettoclose.process.roadmap.Roadmaps;
import com.targettoclose.process.stage.Stall;
import com.targettoclose.process.stage.Standings;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** A stalled deal as a request: the daily look notices it, a manager or leader advises, and the rep reads the advice. */
@Service
class CoachingRequest implements DealRequest {

    static final String KIND = "coaching";

    private final Ledger ledger;
    private final Roadmaps roadmaps;
    private final Standings standings;
    private final SalesForce salesForce;
    private final CoachDeal coachDeal;

    CoachingRequest(Ledger ledger, Roadmaps roadmaps, Standings standings, SalesForce salesForce, CoachDeal coachDeal) {
        this.ledger = ledger;
        this.roadmaps = roadmaps;
        this.standings = standings;
        this.salesForce = salesForce;
        this.coachDeal = coachDeal;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Set<String> asks() {
        return Set.of("answer", "words");
    }

    @Override
    public Map<String, TypedValue> shown(Opportunity opportunity, int number) {
        var history = ledger.historyWithText(opportunity.id());
        var stall = Stall.numbered(history, number)
                .orElseThrow(() -> new IllegalStateException("The ledger notices no stall in entry " + number + "."));
        var roadmap = roadmaps.of(opportunity);
        var owed = standings
                .ifJudgeable(opportunity, history)
                .map(standing -> owedHere(standing.decision(), opportunity))
                .orElse(List.of());
        var shown = new Shown()
                .deal(opportunity, roadmap)
                .put("owner", salesForce.nameOf(opportunity.owner()))
                .put("quietSince", stall.quietSince().toString())
                .put("stallDays", Integer.toString(stall.days()))
                .table("tried", DealSoFar.tried(owed, roadmap, history))
                .table("soFar", DealSoFar.newest(roadmap, history));
        var answer = stall.answer();
        if (answer != null) {
            shown.put("answered", stall.advice())
                    .put("coach", salesForce.nameOf(answer.recordedBy()))
                    .plain("advice", answer.content().words());
        }
        return shown.fields();
    }

    /** What its stage waits for; later stages ask when it gets there. */
    private static List<String> owedHere(GateDecision decision, Opportunity opportunity) {
        return decision.gaps().stream()
                .filter(gap -> gap.stage().equals(opportunity.stage()))
                .map(Gap::item)
                .distinct()
                .toList();
    }

    @Override
    public @Nullable LocalDate due(Opportunity opportunity, int number) {
        return null;
    }

    @Override
    public Optional<Refusal> answer(String opportunityId, int number, VariableMap values, Actor actor, String taskId) {
        var advice = new RawAdvice(SubmittedForm.text(values, "answer"), SubmittedForm.text(values, "words"));
        return coachDeal.answer(opportunityId, advice, actor, taskId);
    }
}
