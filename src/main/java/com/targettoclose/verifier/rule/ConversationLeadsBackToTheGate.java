package com.targettoclose.verifier.rule;

import com.targettoclose.verifier.design.Stage;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;

/** After each conversation the gate asks the ledger anew. */
final class ConversationLeadsBackToTheGate implements StageRule {

    @Override
    public Stream<Finding> check(Stage stage) {
        return stage.gate().stream().flatMap(gate -> strays(stage, gate));
    }

    private Stream<Finding> strays(Stage stage, ServiceTask gate) {
        return stage.conversations().stream()
                .filter(task -> !stage.leadsToGate(task))
                .map(task -> finding(
                        stage.diagram().place(task),
                        "What it gained would not be held against the exit criteria: the deal would wait for ever, or"
                                + " pass what it owes.",
                        "Draw one flow without a condition from it to the gate “"
                                + Objects.requireNonNullElse(gate.getName(), gate.getId())
                                + "”, through nothing but gateways that merge."));
    }
}
