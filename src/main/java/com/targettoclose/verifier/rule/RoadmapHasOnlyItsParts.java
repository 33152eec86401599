package com.targettoclose.verifier.rule;

import com.targettoclose.verifier.design.Diagram;
import com.targettoclose.verifier.design.Road;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateThrowEvent;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.Transaction;

/** A roadmap is made of stages, the events of the contract and what ties them together. */
final class RoadmapHasOnlyItsParts implements RoadmapRule {

    @Override
    public Stream<Finding> check(Road road) {
        return road.diagram().nodes().stream()
                .filter(node -> !isPart(node))
                .map(node -> finding(
                        road.diagram().place(node),
                        "Nobody can say whether deals get past a stage here, or get stuck.",
                        "Use only starts, calls of stages, subprocesses around them, exclusive gateways that merge,"
                                + " boundary events for messages and errors, throw events and ends without a"
                                + " trigger."));
    }

    private static boolean isPart(FlowNode node) {
        return node instanceof StartEvent
                || node instanceof ExclusiveGateway
                || Diagram.callsAStage(node)
                || node instanceof SubProcess sub && !sub.triggeredByEvent() && !(sub instanceof Transaction)
                || node instanceof EndEvent end && end.getEventDefinitions().isEmpty()
                || node instanceof IntermediateThrowEvent event
                        && event.getEventDefinitions().isEmpty()
                || node instanceof BoundaryEvent caught && (Road.message(caught) != null || Road.catchesError(caught));
    }
}
