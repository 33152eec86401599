package com.targettoclose.process.changes;

import com.targettoclose.ledger.Draft;
import com.targettoclose.ledger.EntryKind;
import com.targettoclose.ledger.Ledger;
import com.targettoclose.opportunity.Opportunities;
import com.targettoclose.opportunity.Opportunity;
import com.targettoclose.process.roadmap.Roadmap;
import com.targettoclose.process.roadmap.RoadmapInstances;
import com.targettoclose.process.stage.WhatFollows;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves an open opportunity to another version of its roadmap. It enters at the start and runs through the gates that it
 * meets, in the same transaction: it is there as a whole, or nothing happened. What is open on both sides keeps its dates and
 * whoever has it.
 */
@Service
public class MoveOpportunity {

    /** More steps than the longest roadmap has: whoever takes them goes in circles. */
    private static final int MOST_STEPS = 200;

    private final Opportunities opportunities;
    private final Ledger ledger;
    private final RoadmapInstances instances;
    private final WhatFollows whatFollows;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final TaskService tasks;
    private final Clock clock;

    MoveOpportunity(
            Opportunities opportunities,
            Ledger ledger,
            RoadmapInstances instances,
            WhatFollows whatFollows,
            @Lazy RuntimeService runtime,
            @Lazy ManagementService management,
            @Lazy TaskService tasks,
            Clock clock) {
        this.opportunities = opportunities;
        this.ledger = ledger;
        this.instances = instances;
        this.whatFollows = whatFollows;
        this.runtime = runtime;
        this.management = management;
        this.tasks = tasks;
        this.clock = clock;
    }

    /**
     * Moves one.
     *
     * @param opportunity open, on a roadmap, and locked by the caller
     * @param detail what its ledger says of the two editions
     * @return how it stands there: won, where its gates ask for nothing more
     * @throws RuntimeException where a gate cannot judge there: roll back, and it stays where it was
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Opportunity move(Opportunity opportunity, Roadmap to, Map<String, Object> detail, String who) {
        var id = opportunity.id();
        var moved = Draft.of(EntryKind.MOVED).detail(detail).occurredOn(LocalDate.now(clock));
        ledger.append(id, List.of(moved), who);
        var before = open(opportunity);
        instances.leave(opportunity, "Moved to another edition");
        instances.start(List.of(id), to);
        runGates(opportunities.find(id).orElseThrow());
        var there = opportunities.find(id).orElseThrow();
        carryOver(before, open(there).values());
        whatFollows.afterMoving(id, who);
        return there;
    }

    /** The open conversations of its roadmap, by their keys. */
    private Map<String, Task> open(Opportunity opportunity) {
        var running = running(opportunity);
        return running.isEmpty()
                ? Map.of()
                : tasks.createTaskQuery().processInstanceIdIn(running.toArray(String[]::new)).list().stream()
                        .collect(
                                Collectors.toMap(Task::getTaskDefinitionKey, Function.identity(), (one, other) -> one));
    }

    private Set<String> running(Opportunity opportunity) {
        var instance = opportunity.instance();
        return instance == null
                ? Set.of()
                : runtime.createProcessInstanceQuery().rootProcessInstanceId(instance.id()).list().stream()
                        .map(ProcessInstance::getId)
                        .collect(Collectors.toSet());
    }

    private void runGates(Opportunity opportunity) {
        for (int step = 0; step < MOST_STEPS; step++) {
            var running = running(opportunity);
            var waiting = running.isEmpty()
                    ? List.<Job>of()
                    : management
                            .createJobQuery()
                            .processInstanceIds(running)
                            .executable()
                            .list();
            if (waiting.isEmpty()) {
                return;
            }
            instances.runNow(waiting.get(0).getId());
        }
        throw new IllegalStateException(
                "It took " + MOST_STEPS + " steps and was not done. Look for a loop in the edition.");
    }

    private void carryOver(Map<String, Task> before, Iterable<Task> after) {
        for (var task : after) {
            var had = before.get(task.getTaskDefinitionKey());
            if (had != null) {
                task.setDueDate(had.getDueDate());
                task.setFollowUpDate(had.getFollowUpDate());
                task.setAssignee(had.getAssignee());
                tasks.saveTask(task);
            }
        }
    }
}
