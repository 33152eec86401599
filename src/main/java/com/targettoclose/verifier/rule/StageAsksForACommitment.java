package com.targettoclose.verifier.rule;

import com.targettoclose.verifier.design.Diagram;
import com.targettoclose.verifier.design.ItemLine;
import com.targettoclose.verifier.design.Stage;
import java.util.stream.Stream;

/** It is unwise to have a stage that asks the client for nothing. */
final class StageAsksForACommitment implements StageRule {

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Stream<Finding> check(Stage stage) {
        return stage.conversations().stream()
                        .flatMap(task -> Diagram.items(task).stream())
                        .anyMatch(ItemLine::commitment)
                ? Stream.of()
                : Stream.of(finding(
                        stage.diagram().place(),
                        "A deal would go through the stage by our own doing alone.",
                        "Let one of its conversations ask for a commitment."));
    }
}
