package com.targettoclose.process.people;

import com.targettoclose.opportunity.Opportunity;
import com.targettoclose.opportunity.OpportunityLists;
import com.targettoclose.process.Contract;
import com.targettoclose.process.roadmap.Diagrams;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;

/** The open tasks in which somebody decides what somebody else asked. */
@Service
class Decisions {

    private final ProcessEngine engine;
    private final OpportunityLists opportunities;

    Decisions(@Lazy ProcessEngine engine, OpportunityLists opportunities) {
        this.engine = engine;
        this.opportunities = opportunities;
    }

    /** Whether a task is one. */
    boolean isOne(Task task) {
        BaseElement element = engine.getRepositoryService()
                .getBpmnModelInstance(task.getProcessDefinitionId())
                .getModelElementById(task.getTaskDefinitionKey());
        return Diagrams.property(element, Contract.ANSWERS_PROPERTY) != null;
    }

    /** Those that wait for one of these users and are about what a member pursues. */
    List<Task> about(String member, Collection<String> deciders) {
        var waiting = deciders.isEmpty() ? List.<Task>of() : waitingFor(deciders);
        if (waiting.isEmpty()) {
            return List.of();
        }
        var instances = waiting.stream().map(Task::getProcessInstanceId).collect(Collectors.toSet());
        Map<String, String> keys =
                engine.getRuntimeService().createProcessInstanceQuery().processInstanceIds(instances).list().stream()
                        .collect(Collectors.toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey));
        var theirs = opportunities.all(keys.values()).stream()
                .filter(opportunity -> opportunity.owner().equals(member))
                .map(Opportunity::id)
                .collect(Collectors.toSet());
        return waiting.stream()
                .filter(task -> theirs.contains(keys.get(task.getProcessInstanceId())))
                .toList();
    }

    private List<Task> waitingFor(Collection<String> deciders) {
        return engine.getTaskService().createTaskQuery().taskAssigneeIn(deciders.toArray(String[]::new)).list().stream()
                .filter(this::isOne)
                .toList();
    }
}
