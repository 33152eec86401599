package com.targettoclose.verifier.rule;

import com.targettoclose.verifier.design.Diagram;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.xml.instance.DomElement;

/** On the map nothing sets variables or runs beside the flows: a variable could be taken for the gate's decision. */
final class MapSetsNoVariables implements DiagramRule {

    private static final Set<String> ELEMENTS = Set.of("properties", "property", "in", "failedJobRetryTimeCycle");

    /** Of those that {@link NoCode} lets pass, the ones that set something or run something. */
    private static final Set<String> ATTRIBUTES = Set.of(
            "async",
            "collection",
            "decisionRef",
            "elementVariable",
            "errorCodeVariable",
            "errorMessageVariable",
            "escalationCodeVariable",
            "event",
            "expression",
            "initiator",
            "local",
            "mapDecisionResult",
            "resultVariable",
            "source",
            "sourceExpression",
            "target",
            "variableEvents",
            "variableName",
            "variables");

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    @Override
    public Stream<Finding> check(Diagram diagram) {
        return diagram.isOnTheMap()
                ? Stream.concat(
                                Stream.of((BaseElement) diagram.process()),
                                Stream.concat(diagram.nodes().stream(), diagram.flows().stream()))
                        .flatMap(element -> look(diagram, element))
                : Stream.of();
    }

    private Stream<Finding> look(Diagram diagram, BaseElement element) {
        return Stream.concat(attributes(element.getDomElement()), parts(element))
                .distinct()
                .map(name -> finding(
                        diagram.place(element),
                        "'" + name + "' could set what the gate decides, or do something beside the flows that were"
                                + " verified.",
                        "Remove it. On the map, the ledger says what is true."));
    }

    /** What stands in an element other than the elements in its flow. */
    private static Stream<String> parts(BaseElement element) {
        return element.getDomElement().getChildElements().stream()
                .filter(child -> "extensionElements".equals(child.getLocalName())
                        || child.getLocalName().endsWith("EventDefinition"))
                .flatMap(child -> Stream.concat(
                        attributes(child), child.getChildElements().stream().flatMap(MapSetsNoVariables::within)));
    }

    private static Stream<String> within(DomElement element) {
        var own = CAMUNDA.equals(element.getNamespaceURI()) && !ELEMENTS.contains(element.getLocalName())
                ? Stream.of(element.getLocalName())
                : attributes(element);
        var plain = ATTRIBUTES.stream()
                .filter(name -> CAMUNDA.equals(element.getNamespaceURI()) && element.hasAttribute(name));
        var inner = element.getChildElements().stream().flatMap(MapSetsNoVariables::within);
        return Stream.of(own, plain, inner).flatMap(it -> it);
    }

    private static Stream<String> attributes(DomElement element) {
        return ATTRIBUTES.stream().filter(name -> element.hasAttribute(CAMUNDA, name));
    }
}
