package com.targettoclose.process.people;

import com.targettoclose.opportunity.Opportunity;
import com.targettoclose.process.AsTheApplication;
import com.targettoclose.process.Contract;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;

/**
 * Whose a conversation's task is, decided in this one place for new tasks and for those handed over: its assignee is who
 * pursues the opportunity, its owner the manager who leads them. Each may see it; only the assignee may complete it.
 */
@Service
public class TaskPeople {

    private final ProcessEngine engine;
    private final SalesTeams teams;
    private final Decisions decisions;

    TaskPeople(@Lazy ProcessEngine engine, SalesTeams teams, Decisions decisions) {
        this.engine = engine;
        this.teams = teams;
        this.decisions = decisions;
    }

    /** Gives a new task its owner; the assignee it has from its diagram. */
    public void created(DelegateTask task, Opportunity opportunity) {
        var manager = managerOf(opportunity.owner());
        if (manager != null) {
            task.setOwner(manager);
        }
    }

    /**
     * Gives what is open for opportunities and assigned to who pursued them to another; who had it sees it no longer. What
     * a manager has to decide about them stays.
     *
     * @param owners who pursued each, by opportunity id
     */
    public void handOver(Map<String, String> owners, String to) {
        Set<String> before = Set.copyOf(owners.values());
        give(
                before,
                to,
                engineTasks -> engineTasks
                        .processInstanceBusinessKeyIn(owners.keySet().toArray(String[]::new))
                        .taskAssigneeIn(before.toArray(String[]::new)));
    }

    /** Gives what is still assigned to who leaves to another; what they had to decide, the sales leaders decide. */
    public void leave(String from, String to) {
        AsTheApplication.call(engine, () -> {
            var left =
                    engine.getTaskService().createTaskQuery().taskAssignee(from).list();
            passOn(left.stream().filter(decisions::isOne).toList(), Group.LEADER);
            return true;
        });
        give(Set.of(from), to, query -> query.taskAssignee(from));
    }

    /**
     * A member is led by others from now on: they see the member's conversations, and what waited for those who led the
     * member before waits for them.
     */
    public void ledAnew(String member, Collection<String> before) {
        var manager = teams.managerOf(member).orElse(null);
        AsTheApplication.call(engine, () -> {
            engine.getTaskService().createTaskQuery().taskAssignee(member).list().stream()
                    .filter(TaskPeople::isConversation)
                    .forEach(task -> own(task, manager));
            var waiting = decisions.about(member, before);
            if (manager == null) {
                passOn(waiting, Group.LEADER);
            } else {
                waiting.forEach(task -> engine.getTaskService().setAssignee(task.getId(), manager));
            }
            return true;
        });
    }

    private void give(Set<String> before, String to, UnaryOperator<TaskQuery> which) {
        var manager = managerOf(to);
        AsTheApplication.call(engine, () -> {
            var open = which.apply(engine.getTaskService().createTaskQuery()).list().stream()
                    .filter(task -> !decisions.isOne(task))
                    .toList();
            var without = Stream.concat(
                            before.stream(), open.stream().map(Task::getOwner).filter(Objects::nonNull))
                    .filter(user -> !user.equals(to) && !user.equals(manager))
                    .collect(Collectors.toSet());
            open.forEach(task -> give(task, to, isConversation(task) ? manager : null));
            takeRights(open, without);
            return true;
        });
    }

    /** Takes these tasks from whoever has them, for anybody of a group to claim. */
    public void passOn(Collection<Task> open, Group group) {
        AsTheApplication.call(engine, () -> {
            open.forEach(task -> {
                engine.getTaskService().setAssignee(task.getId(), null);
                engine.getTaskService().addCandidateGroup(task.getId(), group.id());
            });
            return true;
        });
    }

    private static boolean isConversation(Task task) {
        return task.getProcessDefinitionId().startsWith(Contract.STAGE_PREFIX);
    }

    private void give(Task task, String assignee, @Nullable String manager) {
        engine.getTaskService().setAssignee(task.getId(), assignee);
        own(task, manager);
    }

    private void own(Task task, @Nullable String manager) {
        var tasks = engine.getTaskService();
        if (manager != null) {
            tasks.setOwner(task.getId(), manager);
        } else if (task.getOwner() != null) {
            tasks.deleteUserIdentityLink(task.getId(), task.getOwner(), IdentityLinkType.OWNER);
        }
    }

    /** Takes the rights to these tasks from who had them, and from who led them, in one look. */
    private void takeRights(Collection<Task> given, Set<String> without) {
        if (given.isEmpty() || without.isEmpty()) {
            return;
        }
        Set<String> ids = given.stream().map(Task::getId).collect(Collectors.toSet());
        var authorizations = engine.getAuthorizationService();
        authorizations
                .createAuthorizationQuery()
                .resourceType(Resources.TASK)
                .userIdIn(without.toArray(String[]::new))
                .list()
                .stream()
                .filter(right -> ids.contains(right.getResourceId()))
                .forEach(right -> authorizations.deleteAuthorization(right.getId()));
    }

    /** Where several lead one, the first in alphabetical order: a task has one owner. */
    private @Nullable String managerOf(String member) {
        return teams.managersOf(member).stream().findFirst().orElse(null);
    }
}
