package com.targettoclose.security;

import static com.targettoclose.process.people.Group.ADMIN;
import static com.targettoclose.process.people.Group.LEADER;
import static com.targettoclose.process.people.Group.MANAGER;
import static com.targettoclose.process.people.Group.OPERATIONS;
import static com.targettoclose.process.people.Group.PROCESS_OWNER;
import static com.targettoclose.process.people.Group.REP;
import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Resources.APPLICATION;
import static org.camunda.bpm.engine.authorization.Resources.BATCH;
import static org.camunda.bpm.engine.authorization.Resources.DECISION_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.DECISION_REQUIREMENTS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.DEPLOYMENT;
import static org.camunda.bpm.engine.authorization.Resources.OPERATION_LOG_CATEGORY;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_INSTANCE;
import static org.camunda.bpm.engine.authorization.Resources.TASK;

import com.targettoclose.process.people.Group;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.authorization.BatchPermissions;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.UserOperationLogCategoryPermissions;

/**
 * One line of the table of rights: what some groups may do with a resource of the engine. What is not in {@link #TABLE}
 * nobody may; a task's assignee may work on it besides, which the engine grants by itself and task by task.
 *
 * <p>Nobody may change, move or delete a process instance: that would lead around the gates.
 */
record Grant(Set<Group> groups, Resource resource, String resourceId, List<Permission> permissions) {

    private static final Set<Group> WHO_SELL = Set.of(REP, MANAGER, LEADER);
    private static final Set<Group> WHO_LOOK_AFTER_IT = Set.of(OPERATIONS, PROCESS_OWNER);
    private static final Set<Group> WHO_LOOK_AT_IT = Set.of(OPERATIONS, PROCESS_OWNER, ADMIN);

    /** What those who sell start in Tasklist. */
    private static final Stream<String> STARTABLE = Stream.of(
            "open-an-opportunity",
            "record-a-conversation",
            "report-a-setback",
            "close-an-opportunity",
            "ask-for-waiver",
            "reopen-an-opportunity",
            "change-the-terms",
            "hand-over",
            "propose-a-change");

    private static final Stream<Resource> ADMINISTERED = Stream.of(
            APPLICATION,
            Resources.AUTHORIZATION,
            Resources.FILTER,
            Resources.GROUP,
            Resources.GROUP_MEMBERSHIP,
            Resources.SYSTEM,
            Resources.TENANT,
            Resources.TENANT_MEMBERSHIP,
            Resources.USER);

    /** The rights of every group. */
    static final List<Grant> TABLE = Stream.of(
                    STARTABLE.map(process ->
                            grant(WHO_SELL, PROCESS_DEFINITION, process, ProcessDefinitionPermissions.CREATE_INSTANCE)),
                    Stream.of(
                            // who sell: see the map, start what changes a deal; nobody else's conversations
                            grant(WHO_SELL, APPLICATION, "tasklist", Permissions.ACCESS),
                            grant(WHO_SELL, PROCESS_DEFINITION, ANY, ProcessDefinitionPermissions.READ),
                            grant(WHO_SELL, PROCESS_INSTANCE, ANY, Permissions.CREATE),
                            // a leader sees everybody's
                            grant(Set.of(LEADER), PROCESS_INSTANCE, ANY, Permissions.READ),
                            grant(Set.of(LEADER), TASK, ANY, Permissions.READ),
                            // operations: sees everything, retries what failed
                            grant(
                                    Set.of(OPERATIONS),
                                    PROCESS_DEFINITION,
                                    ANY,
                                    ProcessDefinitionPermissions.READ,
                                    ProcessDefinitionPermissions.READ_INSTANCE,
                                    ProcessDefinitionPermissions.READ_HISTORY,
                                    ProcessDefinitionPermissions.RETRY_JOB,
                                    ProcessDefinitionPermissions.SUSPEND_INSTANCE),
                            grant(
                                    Set.of(OPERATIONS),
                                    BATCH,
                                    ANY,
                                    BatchPermissions.READ,
                                    BatchPermissions.CREATE_BATCH_SET_JOB_RETRIES),
                            grant(
                                    Set.of(OPERATIONS, ADMIN),
                                    OPERATION_LOG_CATEGORY,
                                    ANY,
                                    UserOperationLogCategoryPermissions.READ),
                            grant(Set.of(OPERATIONS, ADMIN), DEPLOYMENT, ANY, Permissions.READ),
                            // process owner: sees how it runs, deploys redesigns
                            grant(
                                    Set.of(PROCESS_OWNER, ADMIN),
                                    PROCESS_DEFINITION,
                                    ANY,
                                    ProcessDefinitionPermissions.READ,
                                    ProcessDefinitionPermissions.READ_INSTANCE,
                                    ProcessDefinitionPermissions.READ_HISTORY),
                            grant(Set.of(PROCESS_OWNER), DEPLOYMENT, ANY, Permissions.READ, Permissions.CREATE),
                            // both
                            grant(WHO_LOOK_AFTER_IT, APPLICATION, "cockpit", Permissions.ACCESS),
                            grant(WHO_LOOK_AFTER_IT, APPLICATION, "tasklist", Permissions.ACCESS),
                            grant(WHO_LOOK_AT_IT, DECISION_DEFINITION, ANY, Permissions.READ, Permissions.READ_HISTORY),
                            grant(WHO_LOOK_AT_IT, DECISION_REQUIREMENTS_DEFINITION, ANY, Permissions.READ)),
                    // administrators keep users, rights and lists, and look at the rest
                    ADMINISTERED.map(resource -> grant(Set.of(ADMIN), resource, ANY, Permissions.ALL)))
            .flatMap(grants -> grants)
            .toList();

    private static Grant grant(Set<Group> groups, Resource resource, String resourceId, Permission... permissions) {
        return new Grant(groups, resource, resourceId, List.of(permissions));
    }
}
