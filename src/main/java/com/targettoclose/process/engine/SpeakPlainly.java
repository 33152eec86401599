package com.targettoclose.process.engine;

import com.targettoclose.conversation.FaultSentence;
import com.targettoclose.conversation.Refusal;
import com.targettoclose.conversation.Refused;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.DirectFieldAccessor;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Turns a refusal that had to be thrown through the engine into an answer of its own status with nothing but our
 * sentence in it. Without this the engine wraps it into its own words and a 500.
 */
final class SpeakPlainly extends CommandInterceptor {

    private static final int UNPROCESSABLE = 422;
    private static final String SUSPENDED =
            "Operations has suspended this opportunity's process. Nothing was recorded; try again once it goes on.";

    private final ObjectProvider<WhoWasFirst> whoWasFirst;

    SpeakPlainly(ObjectProvider<WhoWasFirst> whoWasFirst) {
        this.whoWasFirst = whoWasFirst;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (Context.getCommandContext() != null) {
            return next.execute(command);
        }
        try {
            return next.execute(command);
        } catch (RuntimeException e) {
            var refusal = refusal(command, e);
            if (refusal != null) {
                throw answer(refusal);
            }
            throw e;
        }
    }

    private @Nullable Refusal refusal(Command<?> command, RuntimeException e) {
        var refused = refusedIn(e);
        if (refused != null) {
            return refused.refusal();
        }
        if (e instanceof SuspendedEntityInteractionException) {
            return Refusal.conflict(SUSPENDED);
        }
        return completesTask(command) && (isGone(e) || lostItsRight(command, e))
                ? Refusal.conflict(whoWasFirst.getObject().sentence(taskId(command)))
                : null;
    }

    private static boolean isGone(RuntimeException e) {
        return e instanceof NullValueException || e instanceof NotFoundException;
    }

    /** A right to a task goes with the task: who comes second may have found the one and not the other any more. */
    private boolean lostItsRight(Command<?> command, RuntimeException e) {
        return e instanceof AuthorizationException && whoWasFirst.getObject().isOver(taskId(command));
    }

    /** The task a command completes, which it tells nobody. */
    private static String taskId(Command<?> command) {
        return String.valueOf(new DirectFieldAccessor(command).getPropertyValue("taskId"));
    }

    private static boolean completesTask(Command<?> command) {
        return command instanceof SubmitTaskFormCmd || command instanceof CompleteTaskCmd;
    }

    private static @Nullable Refused refusedIn(@Nullable Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refused refused) {
                return refused;
            }
        }
        return null;
    }

    /** Each fault with its field, so that a form can say it there. */
    private static List<Map<String, String>> faults(Refusal refusal) {
        return refusal.faults().stream()
                .map(fault -> Map.of("field", fault.field(), "sentence", FaultSentence.of(fault)))
                .toList();
    }

    private static WebApplicationException answer(Refusal refusal) {
        int status = switch (refusal.reason()) {
            case INVALID -> UNPROCESSABLE;
            case CONFLICT -> Response.Status.CONFLICT.getStatusCode();
            case NOT_FOUND -> Response.Status.NOT_FOUND.getStatusCode();
            case FORBIDDEN -> Response.Status.FORBIDDEN.getStatusCode();
        };
        var body = Map.of("type", "Refused", "message", refusal.sentence(), "faults", faults(refusal));
        return new WebApplicationException(
                refusal.sentence(),
                Response.status(status)
                        .entity(body)
                        .type(MediaType.APPLICATION_JSON)
                        .build());
    }
}
