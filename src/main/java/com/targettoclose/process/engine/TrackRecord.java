package com.targettoclose.process.engine;

import java.util.EnumSet;
import java.util.Set;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.jspecify.annotations.Nullable;

/**
 * The history this application keeps: what Cockpit and Tasklist show, and nothing that the ledger tells better. Kept are
 * process instances, activities but gateways, starts, ends and the questions to a gate, tasks, incidents, failed jobs, batches and
 * the operation log; not kept are variables, details, decisions, identity links, and jobs that were created or succeeded.
 *
 * <p>The engine stores a level's id in the database and refuses to start on another: this one is fixed.
 */
final class TrackRecord implements HistoryLevel {

    static final String NAME = "track-record";
    private static final int ID = 2470;

    private static final Set<HistoryEventTypes> KEPT = EnumSet.of(
            HistoryEventTypes.PROCESS_INSTANCE_START,
            HistoryEventTypes.PROCESS_INSTANCE_UPDATE,
            HistoryEventTypes.PROCESS_INSTANCE_MIGRATE,
            HistoryEventTypes.PROCESS_INSTANCE_END,
            HistoryEventTypes.TASK_INSTANCE_CREATE,
            HistoryEventTypes.TASK_INSTANCE_UPDATE,
            HistoryEventTypes.TASK_INSTANCE_MIGRATE,
            HistoryEventTypes.TASK_INSTANCE_COMPLETE,
            HistoryEventTypes.TASK_INSTANCE_DELETE,
            HistoryEventTypes.INCIDENT_CREATE,
            HistoryEventTypes.INCIDENT_MIGRATE,
            HistoryEventTypes.INCIDENT_DELETE,
            HistoryEventTypes.INCIDENT_RESOLVE,
            HistoryEventTypes.INCIDENT_UPDATE,
            HistoryEventTypes.JOB_FAIL,
            HistoryEventTypes.BATCH_START,
            HistoryEventTypes.BATCH_UPDATE,
            HistoryEventTypes.BATCH_END,
            HistoryEventTypes.USER_OPERATION_LOG);

    private static final Set<HistoryEventTypes> ACTIVITIES = EnumSet.of(
            HistoryEventTypes.ACTIVITY_INSTANCE_START,
            HistoryEventTypes.ACTIVITY_INSTANCE_UPDATE,
            HistoryEventTypes.ACTIVITY_INSTANCE_MIGRATE,
            HistoryEventTypes.ACTIVITY_INSTANCE_END);

    private static final Set<String> BEGIN_OR_END =
            Set.of("startEvent", "noneStartEvent", "noneEndEvent", "terminateEndEvent");

    @Override
    public int getId() {
        return ID;
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public boolean isHistoryEventProduced(HistoryEventType type, @Nullable Object entity) {
        if (!(type instanceof HistoryEventTypes known)) {
            return false;
        }
        return KEPT.contains(known)
                || ACTIVITIES.contains(known)
                        && !(entity instanceof ExecutionEntity execution && isToldElsewhere(execution));
    }

    /**
     * Whether something else tells it. A token only passes a gateway. Where an instance begins or ends its own row names. What
     * a gate was asked and answered stands in the opportunity's ledger. An end by error stays: it says why the roadmap goes
     * back.
     */
    private static boolean isToldElsewhere(ExecutionEntity execution) {
        if (execution.getActivity() == null) {
            return false;
        }
        var type = String.valueOf(execution.getActivity().getProperty("type"));
        return type.endsWith("Gateway")
                || BEGIN_OR_END.contains(type)
                || type.equals("serviceTask") && execution.getProcessBusinessKey() != null;
    }
}
