package com.targettoclose.process;

import com.targettoclose.opportunity.Opportunity;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;

/**
 * Whose a conversation's task is, decided in this one place for new tasks and for those handed over: its assignee is who
 * pursues the opportunity, its owner the manager who leads them. Each may see it; only the assignee may complete it.
 */
@Service
class TaskPeople {

    private final ProcessEngine engine;
    private final SalesTeams teams;

    TaskPeople(@Lazy ProcessEngine engine, SalesTeams teams) {
        this.engine = engine;
        this.teams = teams;
    }

    /** Gives a new task its owner; the assignee it has from its diagram. */
    void created(DelegateTask task, Opportunity opportunity) {
        var manager = managerOf(opportunity.owner());
        if (manager != null) {
            task.setOwner(manager);
        }
    }

    /**
     * Gives what is open for an opportunity and assigned to one person to another; who had it sees it no longer. What a
     * manager has to decide about the opportunity stays.
     */
    void handOver(String opportunityId, String from, String to) {
        var manager = managerOf(to);
        AsTheApplication.call(engine, () -> {
            engine.getTaskService()
                    .createTaskQuery()
                    .processInstanceBusinessKey(opportunityId)
                    .taskAssignee(from)
                    .list()
                    .forEach(task -> give(task, to, isConversation(task) ? manager : null));
            return true;
        });
    }

    private static boolean isConversation(Task task) {
        return task.getProcessDefinitionId().startsWith(Contract.STAGE_PREFIX);
    }

    private void give(Task task, String assignee, @Nullable String manager) {
        var tasks = engine.getTaskService();
        tasks.setAssignee(task.getId(), assignee);
        if (manager != null) {
            tasks.setOwner(task.getId(), manager);
        } else if (task.getOwner() != null) {
            tasks.deleteUserIdentityLink(task.getId(), task.getOwner(), IdentityLinkType.OWNER);
        }
        takeRights(task, assignee, manager);
    }

    private void takeRights(Task task, String assignee, @Nullable String manager) {
        Set<String> theirs = Stream.ofNullable(manager).collect(Collectors.toSet());
        theirs.add(assignee);
        var authorizations = engine.getAuthorizationService();
        authorizations.createAuthorizationQuery().resourceType(Resources.TASK).resourceId(task.getId()).list().stream()
                .filter(right -> right.getUserId() != null && !theirs.contains(right.getUserId()))
                .forEach(right -> authorizations.deleteAuthorization(right.getId()));
    }

    /** Where several lead one, the first in alphabetical order: a task has one owner. */
    private @Nullable String managerOf(String member) {
        return teams.managersOf(member).stream().findFirst().orElse(null);
    }
}
