package com.targettoclose.verifier.rule;

import com.targettoclose.process.Contract;
import com.targettoclose.process.roadmap.Diagrams;
import com.targettoclose.verifier.design.Road;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Process;

/** A roadmap ends only where its deal has a status that says how. */
final class EveryEndSaysHowItEnded implements RoadmapRule {

    @Override
    public Stream<Finding> check(Road road) {
        return road.diagram().nodes(EndEvent.class).stream()
                .filter(end -> end.getParentElement() instanceof Process)
                .filter(end -> Diagrams.property(end, Contract.STATUS_PROPERTY) == null && !isBehindTheWin(road, end))
                .map(end -> finding(
                        road.diagram().place(end),
                        "A deal that comes here cannot end: it has no status that says how it ended.",
                        "Give the end the property " + Contract.STATUS_PROPERTY + ", or lead to it from the win."));
    }

    private static boolean isBehindTheWin(Road road, EndEvent end) {
        return road.wonAt() >= 0 && road.road().indexOf(end) > road.wonAt();
    }
}
