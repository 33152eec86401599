package com.targettoclose.verifier.rule;

import com.targettoclose.process.Contract;
import com.targettoclose.verifier.design.Diagram;
import com.targettoclose.verifier.design.Stage;
import java.util.stream.Stream;

/** Gates stand in stages: nowhere else can anybody say which criteria apply. */
final class GateStandsInAStage implements DiagramRule {

    @Override
    public Stream<Finding> check(Diagram diagram) {
        return diagram.nodes().stream()
                .filter(node -> !diagram.isStage() && Stage.isGate(node))
                .map(node -> finding(
                        diagram.place(node),
                        "The gate would not know which stage's criteria to ask for: the deal would get stuck.",
                        "Move the gate into a diagram whose id begins with " + Contract.STAGE_PREFIX + "."));
    }
}
