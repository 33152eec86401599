package com.targettoclose.verifier.rule;

import com.targettoclose.process.Contract;
import com.targettoclose.verifier.design.Stage;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** A conversation is its owner's, also after a hand-over. */
final class ConversationIsTheOwners implements StageRule {

    private static final String OWNER = Contract.OPPORTUNITY + ".owner(execution)";

    @Override
    public Stream<Finding> check(Stage stage) {
        return stage.conversations().stream()
                .filter(task -> !isTheOwners(task))
                .map(task -> finding(
                        stage.diagram().place(task),
                        "It would wait in somebody else's task list, or in nobody's.",
                        "Set the assignee to ${" + OWNER + "}, and no candidates."));
    }

    private static boolean isTheOwners(UserTask task) {
        var assignee = task.getCamundaAssignee();
        return assignee != null
                && assignee.strip().matches("[$#]\\{\\s*" + Pattern.quote(OWNER) + "\\s*}")
                && task.getCamundaCandidateGroups() == null
                && task.getCamundaCandidateUsers() == null;
    }
}
