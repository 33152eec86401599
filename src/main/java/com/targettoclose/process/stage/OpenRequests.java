package com.targettoclose.process.stage;

import com.targettoclose.gate.Waiver;
import com.targettoclose.ledger.Draft;
import com.targettoclose.ledger.EntryKind;
import com.targettoclose.ledger.History;
import com.targettoclose.ledger.Ledger;
import com.targettoclose.opportunity.Opportunity;
import com.targettoclose.process.AsTheApplication;
import com.targettoclose.process.Contract;
import com.targettoclose.process.roadmap.Diagrams;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;

/** The tasks in which requests wait for their answers. */
@Service
public class OpenRequests {

    private final ProcessEngine engine;
    private final Ledger ledger;
    private final Clock clock;

    OpenRequests(@Lazy ProcessEngine engine, Ledger ledger, Clock clock) {
        this.engine = engine;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** The task in which a request waits for its answer. */
    public Optional<String> taskOf(String opportunityId, int number) {
        return AsTheApplication.call(
                engine,
                () -> Optional.ofNullable(engine.getTaskService()
                                .createTaskQuery()
                                .processInstanceBusinessKey(opportunityId)
                                .processVariableValueEquals(Contract.REQUEST_VARIABLE, number)
                                .singleResult())
                        .map(Task::getId));
    }

    /** The tasks in which requests of a kind about these opportunities wait for their answers. */
    public List<Task> waiting(Collection<String> opportunityIds, String kind) {
        return AsTheApplication.call(
                engine,
                () -> engine
                        .getTaskService()
                        .createTaskQuery()
                        .processInstanceBusinessKeyIn(opportunityIds.toArray(String[]::new))
                        .list()
                        .stream()
                        .filter(task -> answers(task, kind))
                        .toList());
    }

    /** What the processes of these tasks are about, by the tasks' ids. */
    public Map<String, String> keys(Collection<Task> tasks) {
        if (tasks.isEmpty()) {
            return Map.of();
        }
        var instances = tasks.stream().map(Task::getProcessInstanceId).collect(Collectors.toSet());
        return AsTheApplication.call(engine, () -> {
            var keys =
                    engine
                            .getRuntimeService()
                            .createProcessInstanceQuery()
                            .processInstanceIds(instances)
                            .list()
                            .stream()
                            .collect(Collectors.toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey));
            return tasks.stream()
                    .collect(Collectors.toMap(Task::getId, task -> keys.getOrDefault(task.getProcessInstanceId(), "")));
        });
    }

    private boolean answers(Task task, String kind) {
        BaseElement element = engine.getRepositoryService()
                .getBpmnModelInstance(task.getProcessDefinitionId())
                .getModelElementById(task.getTaskDefinitionKey());
        return kind.equals(Diagrams.property(element, Contract.ANSWERS_PROPERTY));
    }

    /** Completes a task whose request the ledger has answered. */
    public void complete(String taskId) {
        AsTheApplication.call(engine, () -> {
            engine.getTaskService().complete(taskId);
            return true;
        });
    }

    /** Closes the waivers that wait for a decision and of which nothing is owed any more. */
    void closeMoot(Opportunity opportunity, History history, Set<String> owed, String by) {
        for (var waiver : Waiver.all(history)) {
            if (waiver.open() && waiver.items().stream().noneMatch(owed::contains)) {
                close(opportunity, waiver, by);
            }
        }
    }

    private void close(Opportunity opportunity, Waiver waiver, String by) {
        var task = taskOf(opportunity.id(), waiver.number());
        var moot = Draft.of(EntryKind.MOOT)
                .detail(Map.of(Waiver.REQUEST, waiver.number()))
                .occurredOn(LocalDate.now(clock))
                .from(task.map(id -> new Draft.Origin(null, id, null, null)).orElse(null));
        ledger.append(opportunity.id(), List.of(moot), by);
        task.ifPresent(this::complete);
    }
}
