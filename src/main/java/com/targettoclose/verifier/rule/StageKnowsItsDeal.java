package com.targettoclose.verifier.rule;

import com.targettoclose.verifier.design.Road;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;

/** A stage is told which deal it is about. */
final class StageKnowsItsDeal implements RoadmapRule {

    private static final Pattern HANDED_ON = Pattern.compile("[$#]\\{\\s*execution\\.processBusinessKey\\s*}");

    @Override
    public Stream<Finding> check(Road road) {
        return road.diagram().nodes(CallActivity.class).stream()
                .filter(call -> !handsOn(call))
                .map(call -> finding(
                        road.diagram().place(call),
                        "The stage would not know which deal it is about: it would get stuck at its gate.",
                        "Hand on the business key as #{execution.processBusinessKey}, and nothing else."));
    }

    private static boolean handsOn(CallActivity call) {
        var extensions = call.getExtensionElements();
        return extensions != null
                && extensions.getElementsQuery().filterByType(CamundaIn.class).list().stream()
                        .anyMatch(in -> in.getCamundaBusinessKey() != null
                                && HANDED_ON
                                        .matcher(in.getCamundaBusinessKey().strip())
                                        .matches());
    }
}
