package com.targettoclose.process;

import com.targettoclose.conversation.Conversation;
import com.targettoclose.conversation.Refusal;
import com.targettoclose.conversation.Refused;
import com.targettoclose.ledger.Ledger;
import com.targettoclose.opportunity.Opportunities;
import com.targettoclose.opportunity.Opportunity;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Service;

/** What happens when a conversation's task is created and completed. */
@Service
class ConversationTasks {

    private static final String USE_THE_FORM =
            "Record this conversation with its form: open the task and complete it there.";

    private static final LocalTime START_OF_WORK = LocalTime.of(8, 0);
    private static final LocalTime END_OF_WORK = LocalTime.of(17, 0);

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

    /**
     * Names the task after its client. Where a next step was agreed with the client, it hides until that day and is due
     * then; otherwise its target days date it.
     */
    void created(DelegateTask task) {
        var found = opportunities.find(task.getExecution().getProcessBusinessKey());
        var declared = found.flatMap(it -> roadmaps.of(it).conversation(task.getTaskDefinitionKey()));
        if (found.isPresent() && declared.isPresent()) {
            prepare(task, found.get(), declared.get());
        }
    }

    private void prepare(DelegateTask task, Opportunity opportunity, Conversation conversation) {
        task.setName(conversation.name() + " · " + opportunity.account());
        var today = LocalDate.now(clock);
        var nextStep = ledger.history(opportunity.id())
                .nextStepAfter(conversation.key())
                .filter(day -> day.isAfter(today));
        if (nextStep.isPresent()) {
            task.setFollowUpDate(at(nextStep.get(), START_OF_WORK));
            task.setDueDate(at(nextStep.get(), END_OF_WORK));
        } else if (conversation.targetDays() > 0) {
            task.setDueDate(at(today.plusDays(conversation.targetDays()), END_OF_WORK));
        }
    }

    private Date at(LocalDate day, LocalTime time) {
        return Date.from(day.atTime(time).atZone(clock.getZone()).toInstant());
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
