package com.targettoclose.verifier.rule;

import com.targettoclose.verifier.design.Stage;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.Gateway;

/** Gateways other than the question and the fork bring ways together, and lead to the gate. */
final class OtherGatewaysMerge implements StageRule {

    @Override
    public Stream<Finding> check(Stage stage) {
        if (stage.gate().isEmpty()) {
            return Stream.of();
        }
        return stage.diagram().nodes(Gateway.class).stream()
                .filter(gateway -> stage.question().filter(gateway::equals).isEmpty()
                        && stage.fork().filter(gateway::equals).isEmpty()
                        && !(gateway instanceof ExclusiveGateway && stage.leadsToGate(gateway)))
                .map(gateway -> finding(
                        stage.diagram().place(gateway),
                        "Deals could be led past the gate here, or be held up for ever.",
                        "Use an exclusive gateway with one flow, without a condition, that leads to the gate."));
    }
}
