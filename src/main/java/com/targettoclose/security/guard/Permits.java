package com.targettoclose.security.guard;

import com.targettoclose.process.people.Group;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.SetAnnotationForOperationLog;
import org.camunda.bpm.engine.impl.cmd.ActivateProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CheckPassword;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CreateAuthorizationCommand;
import org.camunda.bpm.engine.impl.cmd.CreateFilterCmd;
import org.camunda.bpm.engine.impl.cmd.CreateGroupCmd;
import org.camunda.bpm.engine.impl.cmd.CreateMembershipCmd;
import org.camunda.bpm.engine.impl.cmd.CreateUserCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteAuthorizationCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteFilterCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteGroupCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteMembershipCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteUserCmd;
import org.camunda.bpm.engine.impl.cmd.DeployCmd;
import org.camunda.bpm.engine.impl.cmd.GetTelemetryDataCmd;
import org.camunda.bpm.engine.impl.cmd.SaveAuthorizationCmd;
import org.camunda.bpm.engine.impl.cmd.SaveFilterCmd;
import org.camunda.bpm.engine.impl.cmd.SaveGroupCmd;
import org.camunda.bpm.engine.impl.cmd.SaveUserCmd;
import org.camunda.bpm.engine.impl.cmd.SetAnnotationForIncidentCmd;
import org.camunda.bpm.engine.impl.cmd.SetJobRetriesCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.cmd.SuspendProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.UnlockUserCmd;

/**
 * The table of what people may ask of the engine: everything it can do is a command, and what is not listed here nobody
 * who signed in may do, whatever their rights. The engine's own authorizations decide within it whose tasks, whose
 * definitions, whose filters.
 */
final class Permits {

    private static final Set<Group> EVERYBODY = EnumSet.allOf(Group.class);

    /** One row. Whoever is in no group at all has what everybody has. */
    record Permit(String what, Set<Group> groups, Condition condition, Set<Class<?>> commands) {

        /** Whether somebody in these groups has it. */
        boolean isFor(List<String> groupIds) {
            return groups.equals(EVERYBODY) || groups.stream().map(Group::id).anyMatch(groupIds::contains);
        }
    }

    /** What else must be true of a command. */
    enum Condition {
        NONE,
        /** Only a filter whose query holds no more than a query may. */
        STORABLE,
        /** Only what is offered to be started, in its newest version, without a business key. */
        OFFERED,
        /** Only a task that is nobody's. */
        NOBODYS,
        /** Only one's own task of a pool, and back into it. */
        BACK_TO_THE_POOL,
        /** Only a user who pursues no opportunity and has no task: they would be nobody's. */
        LEAVES_NOTHING,
        /** Only in the open: with an entry in the ledger of every opportunity that it touches. */
        IN_THE_OPEN
    }

    private static final Permit READING = permit("read", EVERYBODY, Condition.NONE, Readings.COMMANDS);

    static final List<Permit> TABLE = List.of(
            READING,
            permit("complete a task by its form", EVERYBODY, Condition.NONE, Set.of(SubmitTaskFormCmd.class)),
            permit("start what is offered", EVERYBODY, Condition.OFFERED, Set.of(SubmitStartFormCmd.class)),
            permit("take a task from a pool", EVERYBODY, Condition.NOBODYS, Set.of(ClaimTaskCmd.class)),
            permit("put a task back", EVERYBODY, Condition.BACK_TO_THE_POOL, Set.of(AssignTaskCmd.class)),
            permit(
                    "make and remove filters",
                    EVERYBODY,
                    Condition.NONE,
                    Set.of(CreateFilterCmd.class, DeleteFilterCmd.class)),
            permit("keep filters", EVERYBODY, Condition.STORABLE, Set.of(SaveFilterCmd.class)),
            permit(
                    "change one's own name and password",
                    EVERYBODY,
                    Condition.NONE,
                    Set.of(SaveUserCmd.class, CheckPassword.class)),
            // makes one in memory, to hold a password against; keeping it takes a right that administrators have
            permit("think of a user", EVERYBODY, Condition.NONE, Set.of(CreateUserCmd.class)),
            permit("deploy", Set.of(Group.PROCESS_OWNER), Condition.NONE, Set.of(DeployCmd.class)),
            permit(
                    "retry, suspend and resume",
                    Set.of(Group.OPERATIONS),
                    Condition.IN_THE_OPEN,
                    Set.of(SetJobRetriesCmd.class, SuspendProcessInstanceCmd.class, ActivateProcessInstanceCmd.class)),
            permit(
                    "annotate",
                    Set.of(Group.OPERATIONS),
                    Condition.NONE,
                    Set.of(SetAnnotationForIncidentCmd.class, SetAnnotationForOperationLog.class)),
            permit("remove users", Set.of(Group.ADMIN), Condition.LEAVES_NOTHING, Set.of(DeleteUserCmd.class)),
            permit("see the system", Set.of(Group.ADMIN), Condition.NONE, Set.of(GetTelemetryDataCmd.class)),
            permit(
                    "administer users and rights",
                    Set.of(Group.ADMIN),
                    Condition.NONE,
                    Set.of(
                            UnlockUserCmd.class,
                            CreateGroupCmd.class,
                            SaveGroupCmd.class,
                            DeleteGroupCmd.class,
                            CreateMembershipCmd.class,
                            DeleteMembershipCmd.class,
                            CreateAuthorizationCommand.class,
                            SaveAuthorizationCmd.class,
                            DeleteAuthorizationCmd.class)));

    private static final Map<Class<?>, Permit> BY_COMMAND = new HashMap<>();

    static {
        TABLE.forEach(permit -> permit.commands().forEach(command -> BY_COMMAND.put(command, permit)));
    }

    private Permits() {}

    /** The row that has this command; empty where nobody may run it. Every query is one of the readings. */
    static Optional<Permit> of(Class<?> command) {
        return AbstractQuery.class.isAssignableFrom(command)
                ? Optional.of(READING)
                : Optional.ofNullable(BY_COMMAND.get(command));
    }

    private static Permit permit(String what, Set<Group> groups, Condition condition, Set<Class<?>> commands) {
        return new Permit(what, groups, condition, commands);
    }
}
