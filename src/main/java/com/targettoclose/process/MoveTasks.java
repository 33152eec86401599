package com.targettoclose.process;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;

/** Gives the open tasks of an opportunity to another person: assigned to them, and theirs to see. */
@Service
class MoveTasks {

    private final ProcessEngine engine;

    MoveTasks(@Lazy ProcessEngine engine) {
        this.engine = engine;
    }

    /** Moves what is assigned to one person to another. What a manager has to decide about the opportunity stays. */
    void move(String opportunityId, String from, String to) {
        AsTheApplication.call(engine, () -> {
            engine.getTaskService()
                    .createTaskQuery()
                    .processInstanceBusinessKey(opportunityId)
                    .taskAssignee(from)
                    .list()
                    .forEach(task -> move(task, from, to));
            return true;
        });
    }

    /** The engine grants the new assignee their rights by itself, and leaves the old one theirs. */
    private void move(Task task, String from, String to) {
        engine.getTaskService().setAssignee(task.getId(), to);
        var authorizations = engine.getAuthorizationService();
        authorizations
                .createAuthorizationQuery()
                .resourceType(Resources.TASK)
                .resourceId(task.getId())
                .userIdIn(from)
                .list()
                .forEach(right -> authorizations.deleteAuthorization(right.getId()));
    }
}
