package com.targettoclose.verifier.rule;

import com.targettoclose.process.Contract;
import com.targettoclose.verifier.design.Diagram;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.jspecify.annotations.Nullable;

/** A service task names something that this application does. */
final class ServiceTaskDoesSomething implements DiagramRule {

    @Override
    public Stream<Finding> check(Diagram diagram) {
        return diagram.nodes(ServiceTask.class).stream()
                .filter(task -> !isDelegate(task.getCamundaDelegateExpression()))
                .map(task -> finding(
                        diagram.place(task),
                        "The engine would not know what to do here: whoever comes here gets stuck.",
                        "Set the delegate expression to one of: " + delegates().collect(Collectors.joining(", "))
                                + "."));
    }

    private static boolean isDelegate(@Nullable String expression) {
        return expression != null && delegates().anyMatch(expression.strip()::equals);
    }

    private static Stream<String> delegates() {
        return Contract.BEANS.entrySet().stream()
                .filter(bean -> bean.getValue().isEmpty())
                .map(bean -> "${" + bean.getKey() + "}")
                .sorted();
    }
}
