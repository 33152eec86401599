package com.targettoclose.process;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.form.handler.DelegateTaskFormHandler;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Attaches to every diagram what none of them may leave out: the form handler of conversations, the check that a
 * conversation's task is completed by evidence, and the changes of status on a roadmap.
 */
@Component
class BuiltInListeners extends AbstractBpmnParseListener {

    private final ObjectProvider<ConversationTasks> tasks;
    private final ObjectProvider<ConversationForms> forms;
    private final ObjectProvider<OpportunityStatus> status;

    BuiltInListeners(
            ObjectProvider<ConversationTasks> tasks,
            ObjectProvider<ConversationForms> forms,
            ObjectProvider<OpportunityStatus> status) {
        this.tasks = tasks;
        this.forms = forms;
        this.status = status;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        var properties = properties(element);
        if (!properties.containsKey(Contract.OUTCOMES_PROPERTY)
                && !properties.containsKey(Contract.COMMITMENT_PROPERTY)) {
            return;
        }
        var deployment = new DeploymentEntity();
        deployment.setId(((ProcessDefinitionEntity) scope.getProcessDefinition()).getDeploymentId());
        var task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        var handler = new ConversationFormHandler(forms, deployment.getId());
        task.setTaskFormHandler(new DelegateTaskFormHandler(handler, deployment));
        TaskListener onCreate = created -> tasks.getObject().created(created);
        TaskListener onComplete = completing -> tasks.getObject().completing(completing);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, onCreate);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, onComplete);
    }

    @Override
    public void parseIntermediateThrowEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        attachStatus(element, activity);
    }

    @Override
    public void parseEndEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        attachStatus(element, activity);
    }

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity definition) {
        if (!definition.getKey().startsWith(Contract.STAGE_PREFIX) && callsAStage(element)) {
            ExecutionListener onEnd = execution -> {
                if (!execution.isCanceled()) {
                    status.getObject().requireEnded(GatePlace.of(execution));
                }
            };
            definition.addBuiltInListener(ExecutionListener.EVENTNAME_END, onEnd);
        }
    }

    private void attachStatus(Element element, ActivityImpl activity) {
        var value = properties(element).get(Contract.STATUS_PROPERTY);
        if (value != null) {
            ExecutionListener onStart = execution -> status.getObject().reach(GatePlace.of(execution), value);
            activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, onStart);
        }
    }

    private static boolean callsAStage(Element element) {
        return element.elements().stream()
                .anyMatch(child -> "callActivity".equals(child.getTagName())
                                && String.valueOf(child.attribute("calledElement"))
                                        .startsWith(Contract.STAGE_PREFIX)
                        || "subProcess".equals(child.getTagName()) && callsAStage(child));
    }

    private static Map<String, String> properties(Element element) {
        Map<String, String> properties = new HashMap<>();
        element.elements().stream()
                .filter(child -> "extensionElements".equals(child.getTagName()))
                .flatMap(extensions -> extensions.elements().stream())
                .filter(child -> "properties".equals(child.getTagName()))
                .flatMap(list -> list.elements().stream())
                .forEach(property -> properties.put(property.attribute("name"), property.attribute("value")));
        return properties;
    }
}
