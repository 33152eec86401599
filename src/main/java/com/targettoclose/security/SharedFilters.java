package com.targettoclose.security;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;

/** Creates the filter that Tasklist opens with for everybody: one's own conversations, the most urgent first. */
final class SharedFilters {

    /** The filter's name, by which it is found again. */
    static final String MY_CONVERSATIONS = "My conversations";

    private final ProcessEngine engine;

    SharedFilters(ProcessEngine engine) {
        this.engine = engine;
    }

    void create() {
        var filters = engine.getFilterService();
        if (filters.createFilterQuery().filterName(MY_CONVERSATIONS).count() > 0) {
            return;
        }
        var filter = filters.newTaskFilter(MY_CONVERSATIONS);
        filter.setQuery(engine.getTaskService()
                .createTaskQuery()
                .taskAssigneeExpression("${currentUser()}")
                .orderByDueDate()
                .asc());
        filter.setProperties(Map.of(
                "description",
                "What you owe your clients, the most urgent first",
                "priority",
                -10,
                "color",
                "#205022",
                "refresh",
                true,
                "showUndefinedVariable",
                false,
                "variables",
                List.of()));
        letEverybodyRead(filters.saveFilter(filter).getId());
    }

    private void letEverybodyRead(String filterId) {
        var authorizations = engine.getAuthorizationService();
        var everybody = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GLOBAL);
        everybody.setResource(Resources.FILTER);
        everybody.setResourceId(filterId);
        everybody.addPermission(Permissions.READ);
        authorizations.saveAuthorization(everybody);
    }
}
