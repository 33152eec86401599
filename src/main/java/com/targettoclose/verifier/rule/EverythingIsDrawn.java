package com.targettoclose.verifier.rule;

import com.targettoclose.verifier.design.Diagram;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;

/** Everything that runs is drawn. */
final class EverythingIsDrawn implements DiagramRule {

    @Override
    public Stream<Finding> check(Diagram diagram) {
        Set<String> drawn = Stream.concat(
                        diagram.model().getModelElementsByType(BpmnShape.class).stream(),
                        diagram.model().getModelElementsByType(BpmnEdge.class).stream())
                .map(it -> Objects.toString(it.getAttributeValue("bpmnElement"), ""))
                .collect(Collectors.toSet());
        return Stream.concat(diagram.nodes().stream(), diagram.flows().stream())
                .filter(element -> !drawn.contains(element.getId()))
                .map(element -> finding(
                        diagram.place(element),
                        "Nobody would see it in Modeler or Cockpit, and it would run all the same.",
                        "Draw it in Camunda Modeler, or remove it."));
    }
}
