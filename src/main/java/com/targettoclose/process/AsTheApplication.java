package com.targettoclose.process;

import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;

/**
 * Works inside the engine in the application's own name. The engine's authorizations say what people may ask of it; what
 * a gate or a form reads on their behalf (diagrams, the decision table) and leads on is not theirs to see or to move.
 */
public final class AsTheApplication {

    private AsTheApplication() {}

    /**
     * Runs inside one command of the engine, joining the one that runs already, without its authorizations. A failure
     * leaves the command as a value and is thrown behind it: thrown through it, the transaction around could only roll
     * back, and a broken decision table must not cost what a rep wrote in the same transaction.
     */
    public static <T> T call(ProcessEngine engine, Callable<T> work) {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        Command<Supplier<T>> command = context -> {
            try {
                T result = context.runWithoutAuthorization(work);
                return () -> result;
            } catch (RuntimeException failure) {
                return () -> {
                    throw failure;
                };
            }
        };
        return configuration.getCommandExecutorTxRequired().execute(command).get();
    }
}
