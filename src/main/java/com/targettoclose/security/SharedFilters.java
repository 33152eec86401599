package com.targettoclose.security;

import com.targettoclose.process.people.Group;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;

/**
 * Creates the lists that Tasklist offers, as far as they are missing. What an administrator has changed since stays as it is.
 */
final class SharedFilters {

    private final ProcessEngine engine;

    SharedFilters(ProcessEngine engine) {
        this.engine = engine;
    }

    void create() {
        SharedFilter.ALL.stream().filter(shared -> !exists(shared)).forEach(this::create);
    }

    private boolean exists(SharedFilter shared) {
        return engine.getFilterService()
                        .createFilterQuery()
                        .filterName(shared.name())
                        .count()
                > 0;
    }

    private void create(SharedFilter shared) {
        var filter = engine.getFilterService().newTaskFilter(shared.name());
        filter.setQuery(shared.query().apply(engine.getTaskService().createTaskQuery()));
        filter.setProperties(Map.of(
                "description",
                shared.description(),
                "priority",
                shared.priority(),
                "color",
                shared.color(),
                "refresh",
                true,
                "showUndefinedVariable",
                false,
                "variables",
                List.of()));
        var id = engine.getFilterService().saveFilter(filter).getId();
        shared.readers().forEach(group -> letRead(group, id));
    }

    private void letRead(Group group, String filterId) {
        var authorizations = engine.getAuthorizationService();
        var read = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        read.setGroupId(group.id());
        read.setResource(Resources.FILTER);
        read.setResourceId(filterId);
        read.addPermission(Permissions.READ);
        authorizations.saveAuthorization(read);
    }
}
