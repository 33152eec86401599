package com.targettoclose.verifier.rule;

import com.targettoclose.verifier.design.Design;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.CallActivity;

/** Whatever is called was deployed together with its caller, and its name is no expression. */
final class CalledProcessIsThere implements Rule {

    @Override
    public Stream<Finding> check(Design design) {
        return design.diagrams().stream()
                .flatMap(diagram -> diagram.nodes(CallActivity.class).stream()
                        .filter(call -> !isThere(design, call))
                        .map(call -> finding(
                                diagram.place(call),
                                "There is nothing to call, or something else than was verified: the deal would get"
                                        + " stuck.",
                                "Call a process of this set by its id, with the binding “deployment”.")));
    }

    private static boolean isThere(Design design, CallActivity call) {
        return call.getCalledElement() != null
                && design.diagram(call.getCalledElement()).isPresent()
                && "deployment".equals(call.getCamundaCalledElementBinding());
    }
}
