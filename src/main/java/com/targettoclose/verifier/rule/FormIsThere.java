package com.targettoclose.verifier.rule;

import com.targettoclose.process.roadmap.Diagrams;
import com.targettoclose.verifier.design.Design;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jspecify.annotations.Nullable;

/** Every form that is named was deployed with its diagram; a conversation names one. */
final class FormIsThere implements Rule {

    @Override
    public Stream<Finding> check(Design design) {
        return design.diagrams().stream()
                .flatMap(diagram -> Stream.concat(
                        diagram.nodes(UserTask.class).stream()
                                .filter(task -> !isThere(
                                        design,
                                        task.getCamundaFormRef(),
                                        task.getCamundaFormRefBinding(),
                                        Diagrams.isConversation(task)))
                                .map(task -> finding(
                                        diagram.place(task),
                                        "Nobody could open the task.",
                                        remedy(task.getCamundaFormRef()))),
                        diagram.nodes(StartEvent.class).stream()
                                .filter(start -> !isThere(
                                        design, start.getCamundaFormRef(), start.getCamundaFormRefBinding(), false))
                                .map(start -> finding(
                                        diagram.place(start),
                                        "Nobody could start it.",
                                        remedy(start.getCamundaFormRef())))));
    }

    private static boolean isThere(Design design, @Nullable String ref, @Nullable String binding, boolean wanted) {
        return ref == null ? !wanted : design.form(ref).isPresent() && "deployment".equals(binding);
    }

    private static String remedy(@Nullable String ref) {
        return ref == null
                ? "Choose a Camunda Form, with the binding “deployment”."
                : "Deploy the form " + ref + ".form together with the diagram, with the binding “deployment”.";
    }
}
