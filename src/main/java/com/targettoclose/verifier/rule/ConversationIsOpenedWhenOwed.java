package com.targettoclose.verifier.rule;

import com.targettoclose.process.roadmap.Diagrams;
import com.targettoclose.verifier.design.Conditions;
import com.targettoclose.verifier.design.Stage;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** Each conversation is opened when it is owed, and only then: the condition names the very conversation it leads to. */
final class ConversationIsOpenedWhenOwed implements StageRule {

    @Override
    public Stream<Finding> check(Stage stage) {
        return stage.fork().stream()
                .flatMap(fork -> Stream.concat(
                        stage.conversations().stream().flatMap(task -> opened(stage, fork, task)),
                        stage.diagram().outgoing(fork).stream().flatMap(flow -> leadsToOne(stage, fork, flow))));
    }

    private Stream<Finding> opened(Stage stage, FlowNode fork, UserTask task) {
        var ways = stage.diagram().incoming(task);
        boolean once =
                ways.size() == 1 && fork.equals(ways.get(0).getSource()) && Conditions.opens(ways.get(0), task.getId());
        return once
                ? Stream.of()
                : Stream.of(finding(
                        stage.diagram().place(task),
                        "It would not be opened when it is owed, and the deal would pass without it or get stuck; or it"
                                + " would be opened when nothing is owed.",
                        "Draw exactly one flow to it, from the gateway “"
                                + Objects.requireNonNullElse(fork.getName(), fork.getId()) + "”, with the condition "
                                + Conditions.opening(task.getId()) + "."));
    }

    private Stream<Finding> leadsToOne(Stage stage, InclusiveGateway fork, SequenceFlow flow) {
        boolean fine = flow.equals(fork.getDefault())
                || flow.getTarget() instanceof UserTask task && Diagrams.isConversation(task);
        return fine
                ? Stream.of()
                : Stream.of(finding(
                        stage.diagram().place(flow),
                        "This opens something that generates nothing: the deal could pass or get stuck here.",
                        "Lead the flow to a conversation, or remove it."));
    }
}
