package com.targettoclose.replay;

import com.targettoclose.gate.GateDecision;
import com.targettoclose.gate.Gatekeeper;
import com.targettoclose.gate.Requirement;
import com.targettoclose.gate.StageCriteria;
import com.targettoclose.ledger.History;
import com.targettoclose.opportunity.DealType;
import com.targettoclose.opportunity.Opportunity;
import com.targettoclose.opportunity.Status;
import com.targettoclose.opportunity.Terms;
import com.targettoclose.process.roadmap.Roadmap;
import com.targettoclose.process.stage.ExitCriteriaTables;
import com.targettoclose.verifier.design.Criteria;
import com.targettoclose.verifier.design.Design;
import com.targettoclose.verifier.design.Road;
import com.targettoclose.verifier.design.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Judges deals by one design, deployed or not, as its gates would. For one thread. */
final class Judge {

    private static final double UNKNOWN = ExitCriteriaTables.UNKNOWN_VALUE;

    private final Gatekeeper gatekeeper;
    private final Map<String, Roadmap> roadmaps;
    private final Criteria criteria;
    private final List<Double> steps;
    private final Map<Question, StageCriteria> asked = new HashMap<>();

    /**
     * A judge by a design that the rules let pass.
     *
     * @throws IllegalStateException where it has no exit criteria, or a roadmap calls a stage that it does not have
     */
    Judge(Design design, Gatekeeper gatekeeper) {
        this.gatekeeper = gatekeeper;
        this.criteria = design.criteria()
                .filter(Criteria::askable)
                .orElseThrow(() -> new IllegalStateException("There is no table of exit criteria that can be read."));
        this.steps = new ArrayList<>(criteria.values());
        this.roadmaps = design.roads().stream()
                .map(road -> drawn(design, road))
                .collect(Collectors.toMap(Roadmap::key, roadmap -> roadmap, (one, other) -> one));
    }

    private static Roadmap drawn(Design design, Road road) {
        var process = road.diagram().process();
        return Roadmap.drawn(
                process,
                called -> design.diagram(called)
                        .orElseThrow(() -> new IllegalStateException("There is no process " + called + "."))
                        .process(),
                "",
                "");
    }

    /** What its gates find of a deal on its roadmap: up to the win, and beyond it while the promise is kept. */
    record Judgement(Roadmap roadmap, GateDecision decision) {}

    /** Judges a deal as of today, what led to its win as of then; empty where the design has not its roadmap. */
    Optional<Judgement> judge(Opportunity opportunity, History history) {
        return Optional.ofNullable(roadmaps.get(opportunity.roadmap()))
                .filter(roadmap -> !roadmap.toWin().isEmpty())
                .map(roadmap -> new Judgement(roadmap, look(roadmap, opportunity, history)));
    }

    private GateDecision look(Roadmap roadmap, Opportunity opportunity, History history) {
        var stages = opportunity.status() == Status.WON ? roadmap.stages() : roadmap.toWin();
        var required = stages.stream()
                .map(stage -> required(stage.name(), opportunity.terms()))
                .toList();
        return gatekeeper.look(opportunity, history, required, roadmap.roadToWin());
    }

    /** Between two values at which the answers may differ they are the same, so each interval is asked once. */
    private record Question(String stage, DealType type, int step) {}

    private StageCriteria required(String stage, Terms terms) {
        double value = terms.value() == null ? UNKNOWN : terms.value().doubleValue();
        var question = new Question(stage, terms.dealType(), Collections.binarySearch(steps, value));
        return asked.computeIfAbsent(question, it -> new StageCriteria(stage, rows(stage, terms.dealType(), value)));
    }

    private List<Requirement> rows(String stage, DealType type, double value) {
        return criteria.required(stage, type, value).stream()
                .map(row -> requirement(stage, row))
                .toList();
    }

    private static Requirement requirement(String stage, Row row) {
        var item = row.item();
        if (item == null) {
            throw new IllegalStateException("Row " + row.id() + " of the exit criteria names no item.");
        }
        var days = row.lapsesAfterDays().orElseThrow();
        return new Requirement(
                stage,
                item,
                row.waivableBy().orElseThrow(),
                row.proof().orElseThrow(),
                days == Integer.MAX_VALUE ? null : days);
    }
}
