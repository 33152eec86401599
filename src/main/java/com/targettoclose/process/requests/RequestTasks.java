package com.targettoclose.process.requests;

import com.targettoclose.conversation.Refusal;
import com.targettoclose.conversation.Refused;
import java.time.Clock;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Service;

/** What happens when a task to answer a request, or to tell its answer, is created and completed. */
@Service
public class RequestTasks {

    private static final String USE_THE_FORM = "Answer with the form: open the task and complete it there.";

    private final Requests requests;
    private final Clock clock;

    RequestTasks(Requests requests, Clock clock) {
        this.requests = requests;
        this.clock = clock;
    }

    /** Names a task after what it is about: a client, where it is about a deal. */
    public void created(DelegateTask task, String kind) {
        var about = requests.kind(kind).about(RequestPlace.of(task.getExecution()));
        task.setName(task.getName() + " · " + about);
    }

    /** Names a task that tells an answer, and dates it by what is to be done then. */
    public void toTell(DelegateTask task, String kind) {
        created(task, kind);
        var due = requests.kind(kind).due(RequestPlace.of(task.getExecution()));
        if (due != null) {
            task.setDueDate(Date.from(due.atStartOfDay(clock.getZone()).toInstant()));
        }
    }

    /**
     * A task to answer is about to complete: only if it is answered, or moot.
     *
     * @throws Refused where it does not: somebody went around the form
     */
    public void answering(DelegateTask task, String kind) {
        if (!requests.kind(kind).settled(RequestPlace.of(task.getExecution()), task.getId())) {
            throw new Refused(Refusal.conflict(USE_THE_FORM));
        }
    }
}
