package com.targettoclose.verifier.rule;

import com.targettoclose.verifier.design.Design;
import java.util.stream.Stream;

/** A form is made for this engine. */
final class FormIsForThisPlatform implements Rule {

    @Override
    public Stream<Finding> check(Design design) {
        return design.forms().stream()
                .filter(form -> !"Camunda Platform"
                                .equals(form.root().path("executionPlatform").asText("Camunda Platform"))
                        || !"default".equals(form.root().path("type").asText("default"))
                        || form.id().isEmpty())
                .map(form -> finding(
                        form.place(),
                        "Tasklist could not show it, or would lack parts of it.",
                        "Make the form for Camunda Platform 7 in Camunda Modeler, and give it an id."));
    }
}
