package com.targettoclose.security.guard;

import com.targettoclose.conversation.Refusal;
import com.targettoclose.conversation.Refused;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands before every command of the engine. What somebody who signed in asks for must be in the table of {@link Permits};
 * what the engine and our own code do while they answer it is theirs to do. Commands that nobody signed in for (jobs, our
 * HTTP interface, which decides by itself, and start-up) pass.
 */
final class EngineGuard extends CommandInterceptor {

    private static final Logger LOG = LoggerFactory.getLogger(EngineGuard.class);

    private final Supplier<@Nullable Authentication> whoAsks;
    private final Conditions conditions;
    private final ThreadLocal<Boolean> answering = ThreadLocal.withInitial(() -> false);

    EngineGuard(Supplier<@Nullable Authentication> whoAsks, Conditions conditions) {
        this.whoAsks = whoAsks;
        this.conditions = conditions;
    }

    @Override
    public <T> T execute(Command<T> command) {
        var asking = whoAsks.get();
        boolean asked = asking != null && asking.getUserId() != null && !answering.get();
        if (!asked || Context.getCommandContext() != null || isOurs(command)) {
            return next.execute(command);
        }
        var permit = Permits.of(command.getClass())
                .orElseThrow(() -> rejected(asking, command, Rejections.ofCommand(command.getClass())));
        if (!permit.isFor(Objects.requireNonNullElse(asking.getGroupIds(), List.of()))) {
            throw rejected(asking, command, Rejections.ofGroup(permit));
        }
        answering.set(true);
        try {
            return next.execute(conditions.before(permit.condition(), command, asking.getUserId()));
        } finally {
            answering.remove();
        }
    }

    /** A command of our own making, which no interface of the engine can ask for. */
    private static boolean isOurs(Command<?> command) {
        return command.getClass().getName().startsWith("com.targettoclose.");
    }

    private static Refused rejected(Authentication asking, Command<?> command, String sentence) {
        LOG.info("Refused {} to {}", command.getClass().getSimpleName(), asking.getUserId());
        return new Refused(Refusal.forbidden(sentence));
    }
}
