package com.targettoclose.process;

import java.util.Map;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.form.TaskFormData;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.form.FormFieldImpl;
import org.camunda.bpm.engine.impl.form.handler.DefaultTaskFormHandler;
import org.camunda.bpm.engine.impl.form.type.StringFormType;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.springframework.beans.factory.ObjectProvider;

/**
 * The form of a conversation: opens with the plan, and what it submits goes straight to the ledger. No process variable
 * is written, so a forged field has nowhere to land.
 */
final class ConversationFormHandler extends DefaultTaskFormHandler {

    private final ObjectProvider<ConversationForms> forms;

    ConversationFormHandler(ObjectProvider<ConversationForms> forms, String deploymentId) {
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
            forms.getObject().submit((TaskEntity) scope, values);
            return true;
        });
    }

    /** Reads what whoever opens the form may not read by themselves: diagrams, the decision table. */
    private Map<String, TypedValue> plan(TaskEntity task) {
        return Context.getCommandContext().runWithoutAuthorization((Callable<Map<String, TypedValue>>)
                () -> forms.getObject().plan(task));
    }
}
