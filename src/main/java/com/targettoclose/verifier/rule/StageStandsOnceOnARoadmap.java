package com.targettoclose.verifier.rule;

import com.targettoclose.verifier.design.Road;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** A stage stands once on a roadmap: a gate finds the stages before its own by its name. */
final class StageStandsOnceOnARoadmap implements RoadmapRule {

    @Override
    public Stream<Finding> check(Road road) {
        Set<String> seen = new HashSet<>();
        return road.stages().stream()
                .filter(call -> !seen.add(call.getCalledElement()))
                .map(call -> finding(
                        road.diagram().place(call),
                        "The gate could not tell which of the two a deal stands in, and would leave out the stages"
                                + " between them.",
                        "Call each stage once."));
    }
}
