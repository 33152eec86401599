package com.targettoclose.process.engine;

import com.targettoclose.process.Races;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Runs a command again that lost a race: two conversations of one deal submitted at the same moment, or a conversation
 * against a gate. Inside a transaction of somebody else, or of another command, there is nothing to retry here.
 */
final class RetryLostRaces extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
        if (Context.getCommandContext() != null || TransactionSynchronizationManager.isActualTransactionActive()) {
            return next.execute(command);
        }
        return Races.retried(() -> next.execute(command));
    }
}
