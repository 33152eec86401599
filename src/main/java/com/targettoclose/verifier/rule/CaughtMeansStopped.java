package com.targettoclose.verifier.rule;

import com.targettoclose.verifier.design.Road;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;

/** What a roadmap catches stops the stage that it catches it from. */
final class CaughtMeansStopped implements RoadmapRule {

    @Override
    public Stream<Finding> check(Road road) {
        return road.diagram().nodes(BoundaryEvent.class).stream()
                .filter(event -> !event.cancelActivity())
                .map(event -> finding(
                        road.diagram().place(event),
                        "The deal would be on two ways at once.",
                        "Make the boundary event an interrupting one."));
    }
}
