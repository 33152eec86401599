package com.targettoclose.process.stage;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandContextListener;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;

/** Variables for the flows of one transaction, which no stored variable of that name can stand in for. */
final class EngineVariables {

    private EngineVariables() {}

    /** Sets a variable that is gone at the next save point, after removing whatever stands under its name. */
    static void setForThisStep(DelegateExecution execution, String name, Object value) {
        TypedValue here = execution.getVariableLocalTyped(name, false);
        boolean storedHere = here != null && !here.isTransient();
        while (execution.hasVariable(name)) {
            execution.removeVariable(name);
        }
        if (storedHere) {
            setAndRemoveAtTheEnd(execution, name, value);
        } else {
            execution.setVariableLocal(name, Variables.untypedValue(value, true));
        }
    }

    /** Where a stored variable was removed in the same step, the engine refuses a transient one under its name. */
    private static void setAndRemoveAtTheEnd(DelegateExecution execution, String name, Object value) {
        execution.setVariableLocal(name, value);
        Context.getCommandContext().registerCommandContextListener(new CommandContextListener() {
            @Override
            public void onCommandContextClose(CommandContext context) {
                execution.removeVariableLocal(name);
            }

            @Override
            public void onCommandFailed(CommandContext context, Throwable failure) {
                // rolled back, and the variable with it
            }
        });
    }
}
