package com.targettoclose.verifier.rule;

import com.targettoclose.verifier.design.Diagram;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** A task is in somebody's list. */
final class TaskIsSomebodys implements DiagramRule {

    @Override
    public Stream<Finding> check(Diagram diagram) {
        return diagram.nodes(UserTask.class).stream()
                .filter(task -> task.getCamundaAssignee() == null
                        && task.getCamundaCandidateGroups() == null
                        && task.getCamundaCandidateUsers() == null)
                .map(task -> finding(
                        diagram.place(task),
                        "Nobody would find it in their task list.",
                        "Say whose it is: an assignee, or a group of candidates."));
    }
}
