package com.targettoclose.process;

import com.targettoclose.gate.Waiver;
import com.targettoclose.ledger.Draft;
import com.targettoclose.ledger.EntryKind;
import com.targettoclose.ledger.History;
import com.targettoclose.ledger.Ledger;
import com.targettoclose.opportunity.Opportunity;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;

/** The tasks in which requests wait for their answers. */
@Service
class OpenRequests {

    private final ProcessEngine engine;
    private final Ledger ledger;
    private final Clock clock;

    OpenRequests(@Lazy ProcessEngine engine, Ledger ledger, Clock clock) {
        this.engine = engine;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** The task in which a request waits for its answer. */
    Optional<String> taskOf(String opportunityId, int number) {
        return AsTheApplication.call(
                engine,
                () -> Optional.ofNullable(engine.getTaskService()
                                .createTaskQuery()
                                .processInstanceBusinessKey(opportunityId)
                                .processVariableValueEquals(Contract.REQUEST_VARIABLE, number)
                                .singleResult())
                        .map(Task::getId));
    }

    /** Completes a task whose request the ledger has answered. */
    void complete(String taskId) {
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
