package com.targettoclose.security.guard;

import com.targettoclose.conversation.Refusal;
import com.targettoclose.conversation.Refused;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.DirectFieldAccessor;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Checks what a row of the table asks for besides, inside the command's own transaction, before the command. What a
 * command is about stands in fields that the engine shows to nobody.
 */
final class Conditions {

    private final ExpressionGrammar grammar;
    private final ObjectProvider<Operating> operating;
    private final ObjectProvider<Leaving> leaving;

    Conditions(ExpressionGrammar grammar, ObjectProvider<Operating> operating, ObjectProvider<Leaving> leaving) {
        this.grammar = grammar;
        this.operating = operating;
        this.leaving = leaving;
    }

    /** The command with its condition before it. */
    <T> Command<T> before(Permits.Condition condition, Command<T> command, String who) {
        return switch (condition) {
            case NONE -> command;
            case STORABLE -> context -> unlessRefused(storable(command), context, command);
            case OFFERED -> context -> unlessRefused(offered(context, command), context, command);
            case NOBODYS -> context -> unlessRefused(nobodys(context, command, who), context, command);
            case BACK_TO_THE_POOL ->
                context -> unlessRefused(back(context, command, who), context, withoutAuthorization(command));
            case LEAVES_NOTHING ->
                context ->
                        unlessRefused(leaving.getObject().refusal(context, field(command, "userId")), context, command);
            case IN_THE_OPEN ->
                context -> unlessRefused(operating.getObject().note(context, command, who), context, command);
        };
    }

    private static <T> T unlessRefused(Optional<Refusal> refusal, CommandContext context, Command<T> command) {
        if (refusal.isPresent()) {
            throw new Refused(refusal.get());
        }
        return command.execute(context);
    }

    /** The engine lets nobody put back what they took unless they may hand it to anybody. */
    private static <T> Command<T> withoutAuthorization(Command<T> command) {
        return context -> context.runWithoutAuthorization(command);
    }

    /** A filter runs for whoever opens it: what its query may not hold is refused when it is stored. */
    private Optional<Refusal> storable(Command<?> command) {
        if (!(new DirectFieldAccessor(command).getPropertyValue("filter") instanceof Filter filter)
                || !(filter.getQuery() instanceof TaskQueryImpl query)) {
            return Optional.empty();
        }
        return Stream.concat(Stream.of(query), query.getQueries().stream())
                .flatMap(part -> part.getExpressions().values().stream())
                .filter(expression -> !grammar.fitsQuery(expression))
                .findFirst()
                .map(grammar::refusal);
    }

    private static Optional<Refusal> offered(CommandContext context, Command<?> command) {
        var id = field(command, "processDefinitionId");
        var definition =
                id == null ? null : context.getProcessDefinitionManager().findLatestProcessDefinitionById(id);
        if (definition == null) {
            return Optional.of(Refusal.notFound("There is no process '" + id + "'."));
        }
        var newest = context.getProcessDefinitionManager().findLatestProcessDefinitionByKey(definition.getKey());
        if (!definition.isStartableInTasklist()) {
            return Optional.of(Refusal.forbidden("'" + definition.getName()
                    + "' starts by itself, where its opportunity comes to it. Open an opportunity instead."));
        }
        if (newest != null && !newest.getId().equals(id)) {
            return Optional.of(Refusal.conflict("There is a newer version of '" + definition.getName()
                    + "'. Open the list of what can be started again."));
        }
        var businessKey = field(command, "businessKey");
        return businessKey == null || businessKey.isEmpty()
                ? Optional.empty()
                : Optional.of(Refusal.unacceptable("A business key is given here, not chosen. Please leave it out."));
    }

    private static Optional<Refusal> nobodys(CommandContext context, Command<?> command, String who) {
        var task = task(context, command);
        if (task == null) {
            return gone();
        }
        if (!who.equals(field(command, "userId"))) {
            return Optional.of(Refusal.forbidden("A task can be taken for oneself only."));
        }
        return task.getAssignee() == null || who.equals(task.getAssignee())
                ? Optional.empty()
                : Optional.of(Refusal.conflict(task.getAssignee() + " has this task already."));
    }

    private static Optional<Refusal> back(CommandContext context, Command<?> command, String who) {
        var task = task(context, command);
        if (task == null) {
            return gone();
        }
        boolean ofAPool = !task.getCandidates().isEmpty();
        return ofAPool && who.equals(task.getAssignee()) && field(command, "userId") == null
                ? Optional.empty()
                : Optional.of(Refusal.forbidden("Whose a task is comes from its opportunity. Ask for a hand-over if it"
                        + " should be somebody else's."));
    }

    private static @Nullable TaskEntity task(CommandContext context, Command<?> command) {
        var id = field(command, "taskId");
        return id == null ? null : context.getTaskManager().findTaskById(id);
    }

    private static Optional<Refusal> gone() {
        return Optional.of(Refusal.notFound("This task is not open any more. Open your task list again."));
    }

    /** A field of a command, which none of them has an accessor for. */
    static @Nullable String field(Command<?> command, String name) {
        var value = new DirectFieldAccessor(command).getPropertyValue(name);
        return value == null ? null : value.toString();
    }
}
