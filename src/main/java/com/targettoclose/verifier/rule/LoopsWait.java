package com.targettoclose.verifier.rule;

import com.targettoclose.verifier.design.Diagram;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** Whoever goes round waits on the way. */
final class LoopsWait implements DiagramRule {

    @Override
    public Stream<Finding> check(Diagram diagram) {
        return diagram.nodes().stream().filter(node -> !waits(node) && comesBack(diagram, node)).findFirst().stream()
                .map(node -> finding(
                        diagram.place(node),
                        "The engine would go round here without end.",
                        "Put a task that somebody does on the way round, or lead the flow elsewhere."));
    }

    private static boolean comesBack(Diagram diagram, FlowNode from) {
        Set<FlowNode> seen = new HashSet<>();
        var ahead = new ArrayDeque<FlowNode>();
        diagram.outgoing(from).forEach(flow -> ahead.add(flow.getTarget()));
        while (!ahead.isEmpty()) {
            var node = ahead.remove();
            if (node.equals(from)) {
                return true;
            }
            if (!waits(node) && seen.add(node)) {
                diagram.outgoing(node).forEach(flow -> ahead.add(flow.getTarget()));
            }
        }
        return false;
    }

    private static boolean waits(FlowNode node) {
        return node instanceof UserTask
                || node instanceof ReceiveTask
                || node instanceof CallActivity
                || node instanceof IntermediateCatchEvent;
    }
}
