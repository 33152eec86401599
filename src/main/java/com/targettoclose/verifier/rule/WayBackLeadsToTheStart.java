package com.targettoclose.verifier.rule;

import com.targettoclose.verifier.design.Road;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;

/** Whatever leads a deal back leads it to the start of the map, from where it passes what it still holds. */
final class WayBackLeadsToTheStart implements RoadmapRule {

    @Override
    public Stream<Finding> check(Road road) {
        return road.diagram().nodes(BoundaryEvent.class).stream()
                .filter(Road::leadsBack)
                .filter(event -> road.target(event)
                        .filter(target -> isBeforeEveryStage(road, target))
                        .isEmpty())
                .map(event -> finding(
                        road.diagram().place(event),
                        "A deal led back would skip the stages before the place where it comes in, or never come back.",
                        "Lead the event to the start of the road: before the first stage, and before the subprocess"
                                + " around it."));
    }

    private static boolean isBeforeEveryStage(Road road, FlowNode target) {
        int at = road.road().indexOf(target);
        return at >= 0
                && target.getParentElement() instanceof Process
                && road.stages().stream().allMatch(call -> at <= road.road().indexOf(call));
    }
}
