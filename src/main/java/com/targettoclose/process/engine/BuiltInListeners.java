package com.targettoclose.process.engine;

import com.targettoclose.process.Contract;
import com.targettoclose.process.conversations.ConversationForms;
import com.targettoclose.process.conversations.ConversationTasks;
import com.targettoclose.process.conversations.LedgerFormHandler;
import com.targettoclose.process.conversations.TaskForms;
import com.targettoclose.process.requests.RequestForms;
import com.targettoclose.process.requests.RequestTasks;
import com.targettoclose.process.stage.GatePlace;
import com.targettoclose.process.stage.OpportunityStatus;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.form.handler.DelegateTaskFormHandler;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Attaches to every diagram what none of them may leave out: the form handlers of conversations and of requests, the check
 * that such a task is completed by what the ledger says, and the changes of status on a roadmap.
 */
@Component
class BuiltInListeners extends AbstractBpmnParseListener {

    private final ObjectProvider<ConversationTasks> tasks;
    private final ObjectProvider<ConversationForms> forms;
    private final ObjectProvider<RequestTasks> requests;
    private final ObjectProvider<RequestForms> requestForms;
    private final ObjectProvider<OpportunityStatus> status;

    BuiltInListeners(
            ObjectProvider<ConversationTasks> tasks,
            ObjectProvider<ConversationForms> forms,
            ObjectProvider<RequestTasks> requests,
            ObjectProvider<RequestForms> requestForms,
            ObjectProvider<OpportunityStatus> status) {
        this.tasks = tasks;
        this.forms = forms;
        this.requests = requests;
        this.requestForms = requestForms;
        this.status = status;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        var properties = properties(element);
        var task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        var deploymentId = ((ProcessDefinitionEntity) scope.getProcessDefinition()).getDeploymentId();
        var answers = properties.get(Contract.ANSWERS_PROPERTY);
        var tellsOf = properties.get(Contract.TELLS_OF_PROPERTY);
        if (properties.containsKey(Contract.OUTCOMES_PROPERTY)
                || properties.containsKey(Contract.COMMITMENT_PROPERTY)) {
            attachForms(task, deploymentId, forms::getObject);
            listen(task, TaskListener.EVENTNAME_CREATE, it -> tasks.getObject().created(it));
            listen(
                    task,
                    TaskListener.EVENTNAME_COMPLETE,
                    it -> tasks.getObject().completing(it));
        } else if (answers != null) {
            attachForms(task, deploymentId, () -> requestForms.getObject().answer(answers));
            listen(
                    task,
                    TaskListener.EVENTNAME_CREATE,
                    it -> requests.getObject().created(it, answers));
            listen(
                    task,
                    TaskListener.EVENTNAME_COMPLETE,
                    it -> requests.getObject().answering(it, answers));
        } else if (tellsOf != null) {
            attachForms(task, deploymentId, () -> requestForms.getObject().note(tellsOf));
            listen(
                    task,
                    TaskListener.EVENTNAME_CREATE,
                    it -> requests.getObject().toTell(it, tellsOf));
        }
    }

    private static void attachForms(TaskDefinition task, String deploymentId, Supplier<? extends TaskForms> forms) {
        var deployment = new DeploymentEntity();
        deployment.setId(deploymentId);
        task.setTaskFormHandler(new DelegateTaskFormHandler(new LedgerFormHandler(forms, deploymentId), deployment));
    }

    private static void listen(TaskDefinition task, String event, TaskListener listener) {
        task.addBuiltInTaskListener(event, listener);
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
