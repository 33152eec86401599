package com.targettoclose.process.engine;

import java.util.List;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.UserOperationLogEntryEventEntity;
import org.camunda.bpm.engine.impl.history.handler.DbHistoryEventHandler;

/**
 * Stores the history, but for the operation log's row of a completed task. Who completed it and when stands in the ledger,
 * and the task's own row says when it ended.
 */
final class KeepHistory extends DbHistoryEventHandler {

    @Override
    public void handleEvent(HistoryEvent event) {
        if (!isCompletion(event)) {
            super.handleEvent(event);
        }
    }

    @Override
    public void handleEvents(List<HistoryEvent> events) {
        events.forEach(this::handleEvent);
    }

    private static boolean isCompletion(HistoryEvent event) {
        return event instanceof UserOperationLogEntryEventEntity entry
                && UserOperationLogEntry.OPERATION_TYPE_COMPLETE.equals(entry.getOperationType());
    }
}
