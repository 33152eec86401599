package com.targettoclose.verifier.rule;

import com.targettoclose.verifier.design.Design;
import com.targettoclose.verifier.design.Diagram;
import java.util.stream.Stream;

/** A rule that looks at one process at a time. */
interface DiagramRule extends Rule {

    @Override
    default Stream<Finding> check(Design design) {
        return design.diagrams().stream().flatMap(this::check);
    }

    /** Everything in a process that breaks the rule. */
    Stream<Finding> check(Diagram diagram);
}
