package com.targettoclose.process.conversations;

import com.targettoclose.conversation.Conversation;
import com.targettoclose.conversation.Refusal;
import com.targettoclose.conversation.Refused;
import com.targettoclose.ledger.Ledger;
import com.targettoclose.opportunity.Opportunities;
import com.targettoclose.opportunity.Opportunity;
import com.targettoclose.process.people.TaskPeople;
import com.targettoclose.process.roadmap.Roadmaps;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Service;

/** What happens when a conversation's task is created and completed. */
@Service
public class ConversationTasks {

    private static final String USE_THE_FORM =
            "Record this conversation with its form: open the task and complete it there.";

    private final Opportunities opportunities;
    private final Roadmaps roadmaps;
    private final Ledger ledger;
    private final TaskPeople people;
    private final Clock clock;

    ConversationTasks(Opportunities opportunities, Roadmaps roadmaps, Ledger ledger, TaskPeople people, Clock clock) {
        this.opportunities = opportunities;
        this.roadmaps = roadmaps;
        this.ledger = ledger;
        this.people = people;
        this.clock = clock;
    }

    /**
     * Names the task after its client. Where a next step was agreed with the client, it hides until that day and is due
     * then; otherwise its target days date it. It is due from the day's first moment: a filter can ask for what is due by
     * now, not for what is due by tonight.
     */
    public void created(DelegateTask task) {
        var found = opportunities.find(task.getExecution().getProcessBusinessKey());
        var declared = found.flatMap(it -> roadmaps.of(it).conversation(task.getTaskDefinitionKey()));
        if (found.isPresent() && declared.isPresent()) {
            prepare(task, found.get(), declared.get());
        }
    }

    private void prepare(DelegateTask task, Opportunity opportunity, Conversation conversation) {
        people.created(task, opportunity);
        task.setName(conversation.name() + " · " + opportunity.account());
        var today = LocalDate.now(clock);
        var nextStep = ledger.history(opportunity.id())
                .nextStepAfter(conversation.key())
                .filter(day -> day.isAfter(today));
        if (nextStep.isPresent()) {
            task.setFollowUpDate(startOf(nextStep.get()));
            task.setDueDate(startOf(nextStep.get()));
        } else if (conversation.targetDays() > 0) {
            task.setDueDate(startOf(today.plusDays(conversation.targetDays())));
        }
    }

    private Date startOf(LocalDate day) {
        return Date.from(day.atStartOfDay(clock.getZone()).toInstant());
    }

    /**
     * A conversation's task is about to complete: only if the ledger speaks of it, as what it yielded or as moot.
     *
     * @throws Refused where it does not: somebody went around the form
     */
    public void completing(DelegateTask task) {
        if (!ledger.mentionsTask(task.getExecution().getProcessBusinessKey(), task.getId())) {
            throw new Refused(Refusal.conflict(USE_THE_FORM));
        }
    }
}
