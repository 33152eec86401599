package com.targettoclose.process.conversations;

import java.util.Map;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.TypedValue;

/** Forms of tasks that show what is computed when they open, and submit to the ledger instead of process variables. */
public interface TaskForms {

    /** What the form shows before it asks, by variable name. */
    Map<String, TypedValue> plan(TaskEntity task);

    /**
     * Takes what the form submitted.
     *
     * @throws com.targettoclose.conversation.Refused with every fault; the task and what was typed stay
     */
    void submit(TaskEntity task, VariableMap values);
}
