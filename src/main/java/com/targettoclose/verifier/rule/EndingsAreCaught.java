package com.targettoclose.verifier.rule;

import com.targettoclose.process.Contract;
import com.targettoclose.verifier.design.Road;
import java.util.stream.Stream;

/** Until the win, a deal can be lost, left without a decision and disqualified in every stage. */
final class EndingsAreCaught implements RoadmapRule {

    @Override
    public Stream<Finding> check(Road road) {
        return road.stagesToWin().stream().flatMap(call -> {
            var caught = road.catching(call).stream().map(Road::message).toList();
            return Contract.ENDING_MESSAGES.values().stream()
                    .sorted()
                    .filter(message -> !caught.contains(message))
                    .map(message -> finding(
                            road.diagram().place(call),
                            "A deal in this stage could not be closed by '" + message + "': it would stay open for"
                                    + " ever.",
                            "Put a boundary event for the message " + message
                                    + " on the stage or on a subprocess around it."));
        });
    }
}
