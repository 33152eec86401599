package com.targettoclose.process;

import com.targettoclose.conversation.Conversation;
import com.targettoclose.conversation.Refusal;
import com.targettoclose.conversation.Refused;
import com.targettoclose.ledger.Ledger;
import com.targettoclose.opportunity.Opportunities;
import com.targettoclose.opportunity.Opportunity;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Service;

/** What happens when a conversation's task is created and completed. */
@Service
class ConversationTasks {

    private static final String USE_THE_FORM =
            "Record this conversation with its form: open the task and complete it there.";

    private final Opportunities opportunities;
    private final Roadmaps roadmaps;
    private final Ledger ledger;
    private final Clock clock;

    ConversationTasks(Opportunities opportunities, Roadmaps roadmaps, Ledger ledger, Clock clock) {
        this.opportunities = opportunities;
        this.roadmaps = roadmaps;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Names the task after its client and dates it by its target days. */
    void created(DelegateTask task) {
        var found = opportunities.find(task.getExecution().getProcessBusinessKey());
        var declared = found.flatMap(it -> roadmaps.of(it).conversation(task.getTaskDefinitionKey()));
        if (found.isPresent() && declared.isPresent()) {
            prepare(task, found.get(), declared.get());
        }
    }

    private void prepare(DelegateTask task, Opportunity opportunity, Conversation conversation) {
        task.setName(conversation.name() + " · " + opportunity.account());
        if (conversation.targetDays() > 0 && task.getDueDate() == null) {
            var due = LocalDate.now(clock).plusDays(conversation.targetDays());
            task.setDueDate(Date.from(due.atTime(17, 0).atZone(clock.getZone()).toInstant()));
        }
    }

    /**
     * A conversation's task is about to complete: only if the ledger speaks of it, as what it yielded or as moot.
     *
     * @throws Refused where it does not: somebody went around the form
     */
    void completing(DelegateTask task) {
        if (!ledger.mentionsTask(task.getExecution().getProcessBusinessKey(), task.getId())) {
            throw new Refused(Refusal.conflict(USE_THE_FORM));
        }
    }
}
