package com.targettoclose.verifier.rule;

import com.targettoclose.process.roadmap.Diagrams;
import com.targettoclose.verifier.design.Stage;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** A stage is made of a start, a gate, its gateways, conversations and ends: for nothing else is it known what it does to a deal. */
final class StageHasOnlyItsParts implements StageRule {

    @Override
    public Stream<Finding> check(Stage stage) {
        return stage.diagram().nodes().stream()
                .filter(node -> !isPart(node))
                .map(node -> finding(
                        stage.diagram().place(node),
                        "Nobody can say whether deals get past the gate here, or get stuck.",
                        "Use only a start, the gate, exclusive and inclusive gateways, conversations and ends. What a"
                                + " user task must generate stands in its properties."));
    }

    private static boolean isPart(FlowNode node) {
        return node instanceof StartEvent
                || node instanceof EndEvent
                || node instanceof ExclusiveGateway
                || node instanceof InclusiveGateway
                || Stage.isGate(node)
                || node instanceof UserTask task && Diagrams.isConversation(task);
    }
}
