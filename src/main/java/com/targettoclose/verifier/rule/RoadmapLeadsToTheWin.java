package com.targettoclose.verifier.rule;

import com.targettoclose.opportunity.Status;
import com.targettoclose.process.Contract;
import com.targettoclose.process.roadmap.Diagrams;
import com.targettoclose.verifier.design.Diagram;
import com.targettoclose.verifier.design.Road;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;

/** Every path to the win runs through every stage that the roadmap claims, and there is one win. */
final class RoadmapLeadsToTheWin implements RoadmapRule {

    @Override
    public Stream<Finding> check(Road road) {
        var diagram = road.diagram();
        List<Finding> found = new ArrayList<>();
        if (road.wonAt() < 0 || road.stagesToWin().isEmpty()) {
            found.add(finding(
                    diagram.place(),
                    "No deal could ever be won here, or it would be won without a single stage.",
                    "After the last stage to the win, add a throw event or an end with the property "
                            + Contract.STATUS_PROPERTY + " = " + Status.WON.value() + "."));
        }
        diagram.nodes().stream()
                .filter(node -> Status.WON.value().equals(Diagrams.property(node, Contract.STATUS_PROPERTY)))
                .filter(node -> !isTheWin(road, node))
                .forEach(node -> found.add(finding(
                        diagram.place(node),
                        "A deal would be won beside the road, past the stages before the win.",
                        "Keep one win: in the roadmap itself, behind its stages, and in no subprocess.")));
        diagram.nodes().stream()
                .filter(node -> Diagram.callsAStage(node) && !road.road().contains(node))
                .forEach(node -> found.add(finding(
                        diagram.place(node),
                        "Deals would be won without this stage.",
                        "Draw the stage into the road, between the one before and the one after it; or remove it.")));
        return found.stream();
    }

    private static boolean isTheWin(Road road, FlowNode node) {
        return road.road().indexOf(node) == road.wonAt() && node.getParentElement() instanceof Process;
    }
}
