package com.targettoclose.verifier.rule;

import com.targettoclose.verifier.design.Conditions;
import com.targettoclose.verifier.design.Road;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;

/** A roadmap is one road: it does not split, no condition closes it, and it stops nowhere but at an end. */
final class RoadmapIsOneRoad implements RoadmapRule {

    @Override
    public Stream<Finding> check(Road road) {
        var diagram = road.diagram();
        var splits = diagram.nodes().stream()
                .filter(node -> diagram.outgoing(node).size() > 1)
                .map(node -> finding(
                        diagram.place(node),
                        "Deals would take a way round a stage, or two ways at once.",
                        "Lead one flow from here. What a deal need not give, the table of exit criteria leaves out."));
        var closed = diagram.flows().stream()
                .filter(Conditions::any)
                .map(flow -> finding(
                        diagram.place(flow),
                        "A deal for which the condition does not hold would get stuck.",
                        "Remove the condition."));
        var stops = diagram.nodes().stream()
                .filter(node -> diagram.outgoing(node).isEmpty() && !(node instanceof EndEvent))
                .map(node -> finding(
                        diagram.place(node),
                        "The deal's way would end here, and nobody could say how.",
                        "Lead a flow from here to the next stage or to an end event."));
        return Stream.of(splits, closed, stops, starts(road)).flatMap(it -> it);
    }

    private Stream<Finding> starts(Road road) {
        var diagram = road.diagram();
        return Stream.concat(Stream.of((BaseElement) diagram.process()), diagram.nodes(SubProcess.class).stream())
                .filter(scope -> {
                    var starts = scope.getChildElementsByType(StartEvent.class);
                    return starts.size() != 1
                            || !starts.iterator().next().getEventDefinitions().isEmpty();
                })
                .map(scope -> finding(
                        diagram.place(scope),
                        "A deal could not enter here, or in a way that nobody meant.",
                        "Give it exactly one start event, one without a trigger."));
    }
}
