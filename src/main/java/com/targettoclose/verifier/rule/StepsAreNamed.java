package com.targettoclose.verifier.rule;

import com.targettoclose.verifier.design.Diagram;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;

/** What people read in Tasklist and Cockpit has a name. */
final class StepsAreNamed implements DiagramRule {

    @Override
    public Stream<Finding> check(Diagram diagram) {
        return Stream.concat(Stream.of((BaseElement) diagram.process()), diagram.nodes(Activity.class).stream())
                .map(diagram::place)
                .filter(place -> place.name() == null)
                .map(place -> finding(
                        place, "People would read its id instead.", "Give it a name: a verb and what it is about."));
    }
}
