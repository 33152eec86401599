package com.targettoclose.verifier.rule;

import com.targettoclose.verifier.design.Design;
import com.targettoclose.verifier.design.Road;
import java.util.stream.Stream;

/** A rule that looks at one roadmap at a time. */
interface RoadmapRule extends Rule {

    @Override
    default Stream<Finding> check(Design design) {
        return design.roads().stream().flatMap(this::check);
    }

    /** Everything in a roadmap that breaks the rule. */
    Stream<Finding> check(Road road);
}
