package com.targettoclose.verifier.rule;

import com.targettoclose.verifier.design.Diagram;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** Every element can be reached from a start. */
final class EverythingIsReached implements DiagramRule {

    @Override
    public Stream<Finding> check(Diagram diagram) {
        Set<FlowNode> reached = new HashSet<>();
        var ahead = new ArrayDeque<FlowNode>(startsIn(diagram.process()));
        while (!ahead.isEmpty()) {
            var node = ahead.remove();
            if (reached.add(node)) {
                diagram.outgoing(node).forEach(flow -> ahead.add(flow.getTarget()));
                ahead.addAll(startsIn(node));
                diagram.nodes(BoundaryEvent.class).stream()
                        .filter(event -> node.equals(event.getAttachedTo()))
                        .forEach(ahead::add);
            }
        }
        return diagram.nodes().stream()
                .filter(node -> !reached.contains(node))
                .map(node -> finding(
                        diagram.place(node),
                        "No deal would ever come here: what it was to do is not done.",
                        "Lead a flow to it, or remove it."));
    }

    private static List<FlowNode> startsIn(ModelElementInstance scope) {
        return Stream.concat(
                        scope.getChildElementsByType(StartEvent.class).stream(),
                        scope.getChildElementsByType(SubProcess.class).stream().filter(SubProcess::triggeredByEvent))
                .map(FlowNode.class::cast)
                .toList();
    }
}
