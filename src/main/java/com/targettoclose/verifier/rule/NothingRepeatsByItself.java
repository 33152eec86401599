package com.targettoclose.verifier.rule;

import com.targettoclose.verifier.design.Diagram;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Activity;

/** Nothing on the map runs several times by itself. */
final class NothingRepeatsByItself implements DiagramRule {

    @Override
    public Stream<Finding> check(Diagram diagram) {
        return diagram.nodes(Activity.class).stream()
                .filter(node -> diagram.isOnTheMap() && node.getLoopCharacteristics() != null)
                .map(node -> finding(
                        diagram.place(node),
                        "The same would be asked several times, or not at all.",
                        "Remove the loop or multi-instance marker."));
    }
}
