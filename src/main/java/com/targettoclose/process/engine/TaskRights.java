package com.targettoclose.process.engine;

import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.task.Task;

/** Rights that come with a task: whoever it is assigned to may work on it, whoever owns it may read it. */
final class TaskRights extends DefaultAuthorizationProvider {

    @Override
    @SuppressWarnings("NullAway") // null means no rights, to the engine
    public AuthorizationEntity[] newTaskOwner(Task task, String oldOwner, String newOwner) {
        var rights = super.newTaskOwner(task, oldOwner, newOwner);
        if (rights != null && !newOwner.equals(task.getAssignee())) {
            for (var right : rights) {
                right.removePermission(TaskPermissions.TASK_WORK);
            }
        }
        return rights;
    }
}
