package com.targettoclose.process.engine;

import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;

/**
 * Lists a person's own tasks without asking for the right to each. Who asks for what is assigned to them, or owned by
 * them, may see all of it ({@link TaskRights}); compared with every right they have, the tasks of a manager's team took the
 * database half a second. Any other question is checked as the engine checks it.
 */
final class OwnTasksUnchecked extends AuthorizationManager {

    @Override
    public void configureTaskQuery(TaskQueryImpl query) {
        super.configureTaskQuery(query);
        var check = query.getAuthCheck();
        var person = check.getAuthUserId();
        if (person != null && (person.equals(query.getAssignee()) || person.equals(query.getOwner()))) {
            check.setAuthorizationCheckEnabled(false);
        }
    }

    /** Opens one in the place of the engine's own. */
    static final class Factory implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return AuthorizationManager.class;
        }

        @Override
        public Session openSession() {
            return new OwnTasksUnchecked();
        }
    }
}
