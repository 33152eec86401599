package com.targettoclose.verifier.rule;

import com.targettoclose.verifier.design.Design;
import com.targettoclose.verifier.design.Place;
import java.util.stream.Stream;

/** What a diagram tells the engine is written in one way, which cannot contradict another. */
final class ExtensionsAreCamundas implements Rule {

    @Override
    public Stream<Finding> check(Design design) {
        return design.oldSpellings().stream()
                .map(file -> finding(
                        new Place(file, file, null),
                        "The engine reads an old spelling of its attributes beside its own: it could do something else"
                                + " than was verified.",
                        "Replace Activiti's namespace by Camunda's, and save the diagram in Camunda Modeler."));
    }
}
