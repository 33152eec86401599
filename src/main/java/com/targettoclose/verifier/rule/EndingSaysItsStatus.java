package com.targettoclose.verifier.rule;

import com.targettoclose.opportunity.Status;
import com.targettoclose.process.Contract;
import com.targettoclose.process.roadmap.Diagrams;
import com.targettoclose.verifier.design.Road;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;

/** A deal that ends by a message has the status that the message stands for. */
final class EndingSaysItsStatus implements RoadmapRule {

    @Override
    public Stream<Finding> check(Road road) {
        return road.diagram().nodes(BoundaryEvent.class).stream()
                .flatMap(event -> Contract.ENDING_MESSAGES.entrySet().stream()
                        .filter(ending -> ending.getValue().equals(Road.message(event)))
                        .map(Map.Entry::getKey)
                        .filter(status -> road.target(event)
                                .filter(target -> endsAs(road, target, status))
                                .isEmpty())
                        .map(status -> finding(
                                road.diagram().place(event),
                                "A deal closed by this message would go on, or count as something else.",
                                "Lead the event to an end event of the roadmap with the property "
                                        + Contract.STATUS_PROPERTY + " = " + status.value() + ".")));
    }

    private static boolean endsAs(Road road, FlowNode target, Status status) {
        return target instanceof EndEvent
                && target.getParentElement() instanceof Process
                && !road.road().contains(target)
                && status.value().equals(Diagrams.property(target, Contract.STATUS_PROPERTY));
    }
}
