package com.targettoclose.verifier.rule;

import com.targettoclose.verifier.design.Diagram;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/** What a diagram shows is what the engine runs: every flow stands at both of its ends. */
final class FlowsStandAtBothEnds implements DiagramRule {

    @Override
    public Stream<Finding> check(Diagram diagram) {
        return diagram.nodes().stream()
                .filter(node -> !said(node, "outgoing").equals(ids(diagram.outgoing(node)))
                        || !said(node, "incoming").equals(ids(diagram.incoming(node))))
                .map(node -> finding(
                        diagram.place(node),
                        "The engine would follow other flows than those that people see and that were verified.",
                        "Open the diagram in Camunda Modeler, draw the flows at this element anew, and save it."));
    }

    /** The flows that a node itself names. */
    private static List<String> said(FlowNode node, String end) {
        return node.getDomElement().getChildElements().stream()
                .filter(child -> end.equals(child.getLocalName()))
                .map(child -> child.getTextContent().strip())
                .sorted()
                .toList();
    }

    private static List<String> ids(List<SequenceFlow> flows) {
        return flows.stream().map(SequenceFlow::getId).sorted().toList();
    }
}
