package com.targettoclose.security.guard;

import com.targettoclose.conversation.Refusal;
import com.targettoclose.conversation.Refused;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.form.handler.DefaultStartFormHandler;
import org.camunda.bpm.engine.impl.form.handler.DefaultTaskFormHandler;
import org.camunda.bpm.engine.impl.form.handler.DelegateStartFormHandler;
import org.camunda.bpm.engine.impl.form.handler.DelegateTaskFormHandler;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.variable.VariableMap;

/**
 * Puts a form handler of our own on every start and every task that has none yet: it takes the fields that the form
 * declares, from the one whose task it is. Conversations have a handler that does more.
 */
final class GuardedForms extends AbstractBpmnParseListener {

    private final DeclaredFields fields = new DeclaredFields();

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        var task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        if (task.getTaskFormHandler() instanceof DelegateTaskFormHandler parsed
                && parsed.getFormHandler().getClass() == DefaultTaskFormHandler.class) {
            var deployment = deployment((ProcessDefinitionEntity) scope.getProcessDefinition());
            task.setTaskFormHandler(new DelegateTaskFormHandler(new TaskForm(deployment.getId()), deployment));
        }
    }

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity definition) {
        if (definition.getStartFormHandler() != null) {
            var deployment = deployment(definition);
            definition.setStartFormHandler(new DelegateStartFormHandler(new StartForm(deployment.getId()), deployment));
        }
    }

    private static DeploymentEntity deployment(ProcessDefinitionEntity definition) {
        var deployment = new DeploymentEntity();
        deployment.setId(definition.getDeploymentId());
        return deployment;
    }

    private final class TaskForm extends DefaultTaskFormHandler {

        TaskForm(String deploymentId) {
            this.deploymentId = deploymentId;
        }

        @Override
        public void submitFormVariables(VariableMap submitted, VariableScope scope) {
            var task = (TaskEntity) scope;
            var who = Context.getCommandContext().getAuthenticatedUserId();
            if (who != null && task.getAssignee() != null && !who.equals(task.getAssignee())) {
                throw new Refused(Refusal.forbidden(
                        "This task belongs to " + task.getAssignee() + ". Only they can complete it."));
            }
            fields.check(createTaskForm(task).getCamundaFormRef(), deploymentId, submitted);
            super.submitFormVariables(submitted, scope);
        }
    }

    private final class StartForm extends DefaultStartFormHandler {

        StartForm(String deploymentId) {
            this.deploymentId = deploymentId;
        }

        @Override
        public void submitFormVariables(VariableMap submitted, VariableScope scope) {
            var definition = (ProcessDefinitionEntity) ((ExecutionEntity) scope).getProcessDefinition();
            fields.check(createStartFormData(definition).getCamundaFormRef(), deploymentId, submitted);
            super.submitFormVariables(submitted, scope);
        }
    }
}
