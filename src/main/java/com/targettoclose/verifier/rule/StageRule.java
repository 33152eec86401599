package com.targettoclose.verifier.rule;

import com.targettoclose.verifier.design.Design;
import com.targettoclose.verifier.design.Stage;
import java.util.stream.Stream;

/** A rule that looks at one stage at a time. */
interface StageRule extends Rule {

    @Override
    default Stream<Finding> check(Design design) {
        return design.stages().stream().flatMap(this::check);
    }

    /** Everything in a stage that breaks the rule. */
    Stream<Finding> check(Stage stage);
}
