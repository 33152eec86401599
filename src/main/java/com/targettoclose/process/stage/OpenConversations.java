package com.targettoclose.process.stage;

import com.targettoclose.ledger.Draft;
import com.targettoclose.ledger.EntryKind;
import com.targettoclose.ledger.History;
import com.targettoclose.ledger.Ledger;
import com.targettoclose.opportunity.Opportunity;
import com.targettoclose.process.stage.Standings.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;

/** The conversations that are open in the engine as tasks. */
@Service
public class OpenConversations {

    private final TaskService tasks;
    private final Ledger ledger;
    private final OpenRequests openRequests;

    OpenConversations(@Lazy TaskService tasks, Ledger ledger, OpenRequests openRequests) {
        this.tasks = tasks;
        this.ledger = ledger;
        this.openRequests = openRequests;
    }

    /** An open conversation: its task, its key, and when it should be held by. */
    public record OpenConversation(
            String taskId, String key, @Nullable Instant due) {}

    /** Those of an opportunity, oldest first. */
    public List<OpenConversation> of(Opportunity opportunity) {
        return tasks
                .createTaskQuery()
                .processInstanceBusinessKey(opportunity.id())
                .orderByTaskCreateTime()
                .asc()
                .list()
                .stream()
                .map(OpenConversations::open)
                .toList();
    }

    /**
     * Keys of those open in one instance of a stage, asked from inside a command of the engine. By the engine's own
     * statement: building a task query costs as much as the rest of a gate.
     */
    Set<String> keysIn(String processInstanceId) {
        var manager = Context.getCommandContext().getTaskManager();
        return manager.findTasksByProcessInstanceId(processInstanceId).stream()
                .map(Task::getTaskDefinitionKey)
                .collect(Collectors.toSet());
    }

    /**
     * Completes the open conversations in which nothing is owed any more, so that the gate looks again, and closes the
     * waivers that have nothing left to waive. The ledger says so
     * first: a conversation's task completes only if the ledger speaks of it.
     *
     * @param history the ledger by which the standing was computed
     * @param except a task that is being completed anyway; null for none
     */
    public void closeMoot(
            Opportunity opportunity, Standing standing, History history, @Nullable String except, String by) {
        openRequests.closeMoot(opportunity, history, standing.decision().owedItems(), by);
        for (var open : of(opportunity)) {
            var conversation = standing.roadmap().conversation(open.key());
            if (open.taskId().equals(except) || conversation.isEmpty() || standing.owes(conversation.get())) {
                continue;
            }
            var origin = new Draft.Origin(open.key(), open.taskId(), null, null);
            ledger.append(opportunity.id(), List.of(Draft.of(EntryKind.MOOT).from(origin)), by);
            tasks.complete(open.taskId());
        }
    }

    private static OpenConversation open(Task task) {
        var due = task.getDueDate();
        return new OpenConversation(task.getId(), task.getTaskDefinitionKey(), due == null ? null : due.toInstant());
    }
}
