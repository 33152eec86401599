package com.targettoclose.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.variable.Variables;

/** Variables for the flows of one transaction, which no stored variable of that name can stand in for. */
final class EngineVariables {

    private EngineVariables() {}

    /** Sets a variable that is gone at the next save point, after removing whatever stands under its name. */
    static void setForThisStep(DelegateExecution execution, String name, Object value) {
        while (execution.hasVariable(name)) {
            execution.removeVariable(name);
        }
        execution.setVariableLocal(name, Variables.untypedValue(value, true));
    }
}
