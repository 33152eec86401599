package com.targettoclose.verifier.rule;

import com.targettoclose.verifier.design.Diagram;
import java.util.stream.Stream;

/** Stages and roadmaps are entered by the application, not started by hand. */
final class MapIsNotStartedByHand implements DiagramRule {

    @Override
    public Stream<Finding> check(Diagram diagram) {
        return diagram.isOnTheMap() && diagram.process().isCamundaStartableInTasklist()
                ? Stream.of(finding(
                        diagram.place(),
                        "Somebody could start it without a deal: it would fail at its first gate.",
                        "Clear “Startable” under Tasklist."))
                : Stream.of();
    }
}
