package com.targettoclose.verifier.rule;

import com.targettoclose.gate.GateDecision.Outcome;
import com.targettoclose.verifier.design.Conditions;
import com.targettoclose.verifier.design.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/** The question behind a gate has the three answers of the contract, and whatever is not clearly met is owed here. */
final class QuestionHasItsThreeAnswers implements StageRule {

    @Override
    public Stream<Finding> check(Stage stage) {
        return stage.question().stream().flatMap(question -> check(stage, question));
    }

    private Stream<Finding> check(Stage stage, ExclusiveGateway question) {
        List<Finding> found = new ArrayList<>();
        for (var outcome : List.of(Outcome.MET, Outcome.OWED_EARLIER)) {
            if (stage.answer(outcome).isEmpty()) {
                found.add(finding(
                        stage.diagram().place(question),
                        "The gate's answer '" + outcome.value() + "' would not be followed: deals would get stuck, or"
                                + " pass without it.",
                        "Give exactly one flow the condition " + Conditions.deciding(outcome) + "."));
            }
        }
        var otherwise = stage.otherwise();
        if (otherwise.isEmpty() || otherwise.filter(Conditions::any).isPresent()) {
            found.add(finding(
                    stage.diagram().place(question),
                    "Where no condition holds, the deal would get stuck, or pass what it owes.",
                    "Make the flow to what is still owed the default flow, and give it no condition."));
        }
        stage.diagram().outgoing(question).stream()
                .filter(flow -> !isAnswer(stage, flow))
                .forEach(flow -> found.add(finding(
                        stage.diagram().place(flow),
                        "The gate never answers this, or answers it on another flow already.",
                        "Remove this flow.")));
        return found.stream();
    }

    private static boolean isAnswer(Stage stage, SequenceFlow flow) {
        return Stream.of(stage.answer(Outcome.MET), stage.answer(Outcome.OWED_EARLIER), stage.otherwise())
                .flatMap(Optional::stream)
                .anyMatch(flow::equals);
    }
}
