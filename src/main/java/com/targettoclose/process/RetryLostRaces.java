package com.targettoclose.process;

import java.sql.SQLException;
import java.util.Set;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Runs a command again that lost a race against another transaction: two conversations of one deal submitted at the same
 * moment, or a conversation against a gate. Nothing of the lost try was kept. Inside a transaction of somebody else, or
 * of another command, there is nothing to retry here.
 */
final class RetryLostRaces extends CommandInterceptor {

    private static final int TRIES = 10;

    /** Serialization failure, deadlock (PostgreSQL and H2), and H2's concurrent update and lock timeout. */
    private static final Set<String> LOST = Set.of("40001", "40P01", "90131", "HYT00");

    @Override
    public <T> T execute(Command<T> command) {
        if (Context.getCommandContext() != null || TransactionSynchronizationManager.isActualTransactionActive()) {
            return next.execute(command);
        }
        for (int tries = 1; ; tries++) {
            try {
                return next.execute(command);
            } catch (RuntimeException e) {
                if (tries == TRIES || !lostRace(e)) {
                    throw e;
                }
            }
        }
    }

    /** Whether a transaction failed only because another one was faster. */
    static boolean lostRace(@Nullable Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof OptimisticLockingException
                    || cause instanceof ConcurrencyFailureException
                    || cause instanceof SQLException sql && LOST.contains(String.valueOf(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }
}
