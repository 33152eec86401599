package com.targettoclose.verifier.rule;

import com.targettoclose.opportunity.Status;
import com.targettoclose.process.Contract;
import com.targettoclose.process.roadmap.Diagrams;
import com.targettoclose.verifier.design.Diagram;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.IntermediateThrowEvent;

/** A status stands where it takes effect: on a throw event or an end of a roadmap, and it is one that a deal can have. */
final class StatusTakesEffect implements DiagramRule {

    private static final Set<String> KNOWN = Stream.of(Status.values())
            .filter(status -> status != Status.OPEN)
            .map(Status::value)
            .collect(Collectors.toCollection(TreeSet::new));

    @Override
    public Stream<Finding> check(Diagram diagram) {
        return Stream.concat(Stream.of((BaseElement) diagram.process()), diagram.nodes().stream())
                .filter(element -> Diagrams.property(element, Contract.STATUS_PROPERTY) != null)
                .filter(element -> !takesEffect(diagram, element))
                .map(element -> finding(
                        diagram.place(element),
                        "The deal would not get this status, or would get stuck here.",
                        "Use the property " + Contract.STATUS_PROPERTY
                                + " on a throw event or an end of a roadmap, with" + " one of: "
                                + String.join(", ", KNOWN) + "."));
    }

    private static boolean takesEffect(Diagram diagram, BaseElement element) {
        return diagram.isRoadmap()
                && (element instanceof IntermediateThrowEvent || element instanceof EndEvent)
                && KNOWN.contains(Objects.toString(Diagrams.property(element, Contract.STATUS_PROPERTY), ""));
    }
}
