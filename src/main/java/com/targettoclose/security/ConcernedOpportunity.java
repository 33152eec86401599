package com.targettoclose.security;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Finds the opportunity that a call was about: named in its address, or pursued by the task, instance or job there. */
@Component
class ConcernedOpportunity {

    private final HistoryService history;
    private final ManagementService management;

    ConcernedOpportunity(@Lazy HistoryService history, @Lazy ManagementService management) {
        this.history = history;
        this.management = management;
    }

    /** The opportunity's id; null where there is none, or none that can be told. */
    @Nullable
    String by(Act act) {
        return act.opportunity()
                .orElseGet(() -> act.engineResource().map(this::pursuedBy).orElse(null));
    }

    private @Nullable String pursuedBy(String resource) {
        var parts = resource.split("/", 3);
        if (parts.length < 2) {
            return null;
        }
        var id = parts[1];
        return switch (parts[0]) {
            case "task" -> businessKey(instanceOfTask(id));
            case "process-instance" -> businessKey(id);
            case "job" -> businessKey(instanceOfJob(id));
            default -> null;
        };
    }

    private @Nullable String instanceOfTask(String id) {
        var task = history.createHistoricTaskInstanceQuery().taskId(id).singleResult();
        return task == null ? null : task.getProcessInstanceId();
    }

    private @Nullable String instanceOfJob(String id) {
        var job = management.createJobQuery().jobId(id).singleResult();
        return job == null ? null : job.getProcessInstanceId();
    }

    private @Nullable String businessKey(@Nullable String instanceId) {
        if (instanceId == null) {
            return null;
        }
        var instance = history.createHistoricProcessInstanceQuery()
                .processInstanceId(instanceId)
                .singleResult();
        return instance == null ? null : instance.getBusinessKey();
    }
}
