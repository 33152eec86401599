package com.targettoclose.verifier.rule;

import com.targettoclose.verifier.design.Conditions;
import com.targettoclose.verifier.design.Stage;
import java.util.stream.Stream;

/** The gate's decision lives only until the question behind it is answered: nothing may come between or beside them. */
final class GateIsAnsweredAtOnce implements StageRule {

    @Override
    public Stream<Finding> check(Stage stage) {
        if (stage.gate().isEmpty()) {
            return Stream.of();
        }
        var gate = stage.gate().get();
        var ways = stage.diagram().outgoing(gate);
        if (stage.question().isEmpty() || ways.stream().anyMatch(Conditions::any)) {
            return Stream.of(finding(
                    stage.diagram().place(gate),
                    "What the gate decides would lead nowhere: the deal would get stuck, or pass whatever it owes.",
                    "Lead the gate, without a condition, to one exclusive gateway that asks for the exit criteria."));
        }
        var question = stage.question().get();
        return stage.diagram().incoming(question).stream()
                .filter(flow -> !gate.equals(flow.getSource()))
                .map(flow -> finding(
                        stage.diagram().place(flow),
                        "A deal that comes to the question past the gate finds no decision there: it would get stuck.",
                        "Lead this flow to the gate instead."));
    }
}
