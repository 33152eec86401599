package com.targettoclose.verifier.rule;

import com.targettoclose.verifier.design.Conditions;
import com.targettoclose.verifier.design.Stage;
import java.util.stream.Stream;

/** What is owed here is opened by one inclusive gateway, which only the gate's answer reaches. */
final class OwedHereOpensConversations implements StageRule {

    @Override
    public Stream<Finding> check(Stage stage) {
        var otherwise = stage.otherwise();
        if (otherwise.isEmpty()) {
            return Stream.of();
        }
        if (stage.fork().isEmpty()) {
            return Stream.of(finding(
                    stage.diagram().place(otherwise.get().getTarget()),
                    "Nothing that is owed would be asked for, or all of it each time: reps would get stuck.",
                    "Lead the default flow of the question to an inclusive gateway with one flow a conversation."));
        }
        return Stream.concat(reached(stage), whenAllAreOpen(stage));
    }

    private Stream<Finding> reached(Stage stage) {
        var fork = stage.fork().orElseThrow();
        return stage.diagram().incoming(fork).stream()
                .filter(flow -> stage.otherwise().filter(flow::equals).isEmpty())
                .map(flow -> finding(
                        stage.diagram().place(flow),
                        "A deal that comes here past the gate finds no decision: it would get stuck.",
                        "Lead this flow to the gate instead."));
    }

    private Stream<Finding> whenAllAreOpen(Stage stage) {
        boolean rests = stage.allOpen()
                .filter(flow -> !Conditions.any(flow) && Stage.justEnds(flow.getTarget()))
                .isPresent();
        return rests
                ? Stream.of()
                : Stream.of(finding(
                        stage.diagram().place(stage.fork().orElseThrow()),
                        "Where everything that is owed is open already, the deal would get stuck, circle, or pass.",
                        "Give the gateway a default flow without a condition, to an end event of its own."));
    }
}
