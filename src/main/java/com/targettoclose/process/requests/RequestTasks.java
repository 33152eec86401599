package com.targettoclose.process.requests;

import com.targettoclose.conversation.Refusal;
import com.targettoclose.conversation.Refused;
import com.targettoclose.ledger.Ledger;
import com.targettoclose.opportunity.Opportunities;
import java.time.Clock;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Service;

/** What happens when a task to answer a request, or to tell its answer, is created and completed. */
@Service
public class RequestTasks {

    private static final String USE_THE_FORM = "Answer with the form: open the task and complete it there.";

    private final Requests requests;
    private final Opportunities opportunities;
    private final Ledger ledger;
    private final Clock clock;

    RequestTasks(Requests requests, Opportunities opportunities, Ledger ledger, Clock clock) {
        this.requests = requests;
        this.opportunities = opportunities;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Names a task after its client. */
    public void created(DelegateTask task) {
        var opportunity = RequestPlace.of(task.getExecution()).opportunity(opportunities);
        task.setName(task.getName() + " · " + opportunity.account());
    }

    /** Names a task that tells an answer, and dates it by what is to be done then. */
    public void toTell(DelegateTask task, String kind) {
        created(task);
        var place = RequestPlace.of(task.getExecution());
        var due = requests.kind(kind).due(place.opportunity(opportunities), place.number());
        if (due != null) {
            task.setDueDate(Date.from(due.atStartOfDay(clock.getZone()).toInstant()));
        }
    }

    /**
     * A task to answer is about to complete: only if the ledger speaks of it, as an answer or as moot.
     *
     * @throws Refused where it does not: somebody went around the form
     */
    public void answering(DelegateTask task) {
        if (!ledger.mentionsTask(task.getExecution().getProcessBusinessKey(), task.getId())) {
            throw new Refused(Refusal.conflict(USE_THE_FORM));
        }
    }
}
