package com.targettoclose.process;

import java.util.concurrent.Callable;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;

/**
 * Works inside the engine in the application's own name. The engine's authorizations say what people may ask of it; what
 * a gate or a form reads on their behalf (diagrams, the decision table) and leads on is not theirs to see or to move.
 */
final class AsTheApplication {

    private AsTheApplication() {}

    /** Runs inside one command of the engine, joining the one that runs already, without its authorizations. */
    static <T> T call(ProcessEngine engine, Callable<T> work) {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        Command<T> command = context -> context.runWithoutAuthorization(work);
        return configuration.getCommandExecutorTxRequired().execute(command);
    }
}
