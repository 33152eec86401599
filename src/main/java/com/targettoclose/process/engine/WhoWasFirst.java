package com.targettoclose.process.engine;

import com.targettoclose.ledger.Entry;
import com.targettoclose.ledger.EntryKind;
import com.targettoclose.ledger.Ledger;
import com.targettoclose.process.AsTheApplication;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Says who completed a task and when, to whoever comes second. */
@Component
class WhoWasFirst {

    private static final String LOOK_AGAIN = " Open your task list again to see what is owed now.";
    private static final String COMPLETED = "completed";

    private final ProcessEngine engine;
    private final HistoryService history;
    private final Ledger ledger;
    private final DateTimeFormatter when;

    WhoWasFirst(@Lazy ProcessEngine engine, @Lazy HistoryService history, Ledger ledger, Clock clock) {
        this.engine = engine;
        this.history = history;
        this.ledger = ledger;
        this.when = DateTimeFormatter.ofPattern("yyyy-MM-dd 'at' HH:mm").withZone(clock.getZone());
    }

    /** Whether there was such a task and it is not open any more. */
    boolean isOver(String taskId) {
        return AsTheApplication.call(
                engine,
                () -> history.createHistoricTaskInstanceQuery()
                                .taskId(taskId)
                                .finished()
                                .count()
                        > 0);
    }

    /** What became of a task that is not open any more. */
    String sentence(String taskId) {
        return AsTheApplication.call(engine, () -> told(taskId)) + LOOK_AGAIN;
    }

    private String told(String taskId) {
        var task = history.createHistoricTaskInstanceQuery().taskId(taskId).singleResult();
        if (task == null) {
            return "There is no such task.";
        }
        return firstEntry(task).map(this::told).orElseGet(() -> told(task));
    }

    private Optional<Entry> firstEntry(HistoricTaskInstance task) {
        HistoricProcessInstance instance = history.createHistoricProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult();
        return instance == null || instance.getBusinessKey() == null
                ? Optional.empty()
                : ledger.firstFromTask(instance.getBusinessKey(), task.getId());
    }

    private String told(Entry entry) {
        var how = entry.kind() == EntryKind.MOOT
                ? "This conversation was closed already: what it was to yield was recorded elsewhere"
                : "This conversation was completed already";
        return how + ", by " + entry.recordedBy() + " on " + when(entry.recordedAt()) + ".";
    }

    private String told(HistoricTaskInstance task) {
        Instant end = task.getEndTime() == null ? null : task.getEndTime().toInstant();
        return COMPLETED.equals(task.getDeleteReason())
                ? "This task was completed already, by " + task.getAssignee() + " on " + when(end) + "."
                : "This task is not open any more: its process went on without it on " + when(end) + ".";
    }

    private String when(@Nullable Instant at) {
        return at == null ? "a day unknown" : when.format(at);
    }
}
