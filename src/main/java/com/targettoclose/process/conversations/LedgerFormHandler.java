package com.targettoclose.process.conversations;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.form.TaskFormData;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.form.FormFieldImpl;
import org.camunda.bpm.engine.impl.form.handler.DefaultTaskFormHandler;
import org.camunda.bpm.engine.impl.form.type.StringFormType;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * A form that opens with what is computed for it, and whose answers go straight to the ledger. No process variable is
 * written, so a forged field has nowhere to land.
 */
public final class LedgerFormHandler extends DefaultTaskFormHandler {

    private final Supplier<? extends TaskForms> forms;

    /** Hands what a form submits to these forms. */
    public LedgerFormHandler(Supplier<? extends TaskForms> forms, String deploymentId) {
        this.forms = forms;
        this.deploymentId = deploymentId;
    }

    @Override
    public TaskFormData createTaskForm(TaskEntity task) {
        var form = super.createTaskForm(task);
        plan(task).forEach((name, value) -> {
            var field = new FormFieldImpl();
            field.setId(name);
            field.setType(new StringFormType());
            field.setValue(value);
            form.getFormFields().add(field);
        });
        return form;
    }

    @Override
    public void submitFormVariables(VariableMap values, VariableScope scope) {
        Context.getCommandContext().runWithoutAuthorization((Callable<Boolean>) () -> {
            forms.get().submit((TaskEntity) scope, values);
            return true;
        });
    }

    /** Reads what whoever opens the form may not read by themselves: diagrams, the decision table. */
    private Map<String, TypedValue> plan(TaskEntity task) {
        return Context.getCommandContext().runWithoutAuthorization((Callable<Map<String, TypedValue>>)
                () -> forms.get().plan(task));
    }
}
