package com.targettoclose.security;

import com.targettoclose.process.people.Group;
import java.util.Arrays;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;

/**
 * Writes the groups and the {@linkplain Grant#TABLE table of rights} into the engine, as far as they are missing. What an
 * administrator has changed since stays as it is.
 */
final class GroupsAndRights {

    private final IdentityService identities;
    private final AuthorizationService authorizations;

    GroupsAndRights(ProcessEngine engine) {
        this.identities = engine.getIdentityService();
        this.authorizations = engine.getAuthorizationService();
    }

    void create() {
        Arrays.stream(Group.values()).filter(group -> !exists(group)).forEach(this::create);
        Grant.TABLE.forEach(grant -> grant.groups().stream()
                .filter(group -> !isGranted(grant, group))
                .forEach(group -> create(grant, group)));
    }

    private boolean exists(Group group) {
        return identities.createGroupQuery().groupId(group.id()).count() > 0;
    }

    private void create(Group group) {
        var created = identities.newGroup(group.id());
        created.setName(name(group));
        created.setType(group == Group.ADMIN ? "SYSTEM" : "WORKFLOW");
        identities.saveGroup(created);
    }

    private boolean isGranted(Grant grant, Group group) {
        return authorizations
                        .createAuthorizationQuery()
                        .authorizationType(Authorization.AUTH_TYPE_GRANT)
                        .groupIdIn(group.id())
                        .resourceType(grant.resource())
                        .resourceId(grant.resourceId())
                        .count()
                > 0;
    }

    private void create(Grant grant, Group group) {
        var created = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        created.setGroupId(group.id());
        created.setResource(grant.resource());
        created.setResourceId(grant.resourceId());
        created.setPermissions(grant.permissions().toArray(Permission[]::new));
        authorizations.saveAuthorization(created);
    }

    private static String name(Group group) {
        return switch (group) {
            case REP -> "Sales reps";
            case MANAGER -> "Sales managers";
            case LEADER -> "Sales leaders";
            case PROCESS_OWNER -> "Process owners";
            case OPERATIONS -> "Operations";
            case ADMIN -> "Administrators";
        };
    }
}
