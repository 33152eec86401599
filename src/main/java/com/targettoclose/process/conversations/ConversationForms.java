package com.targettoclose.process.conversations;

import com.targettoclose.conversation.Conversation;
import com.targettoclose.conversation.Item;
import com.targettoclose.conversation.Refusal;
import com.targettoclose.conversation.Refused;
import com.targettoclose.ledger.Draft;
import com.targettoclose.ledger.History;
import com.targettoclose.ledger.Holding;
import com.targettoclose.ledger.Ledger;
import com.targettoclose.opportunity.Opportunities;
import com.targettoclose.opportunity.Opportunity;
import com.targettoclose.process.roadmap.Roadmaps;
import com.targettoclose.process.stage.Standings;
import com.targettoclose.process.stage.Standings.Standing;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Fills and receives the forms of conversations. */
@Service
public class ConversationForms implements TaskForms {

    /** How many days ahead it warns of what will count no more. */
    private static final int WARN_DAYS = 14;

    private final Opportunities opportunities;
    private final Roadmaps roadmaps;
    private final Ledger ledger;
    private final Standings standings;
    private final RecordConversation recordConversation;
    private final CallNotes callNotes;
    private final Clock clock;

    ConversationForms(
            Opportunities opportunities,
            Roadmaps roadmaps,
            Ledger ledger,
            Standings standings,
            RecordConversation recordConversation,
            CallNotes callNotes,
            Clock clock) {
        this.opportunities = opportunities;
        this.roadmaps = roadmaps;
        this.ledger = ledger;
        this.standings = standings;
        this.recordConversation = recordConversation;
        this.callNotes = callNotes;
        this.clock = clock;
    }

    @Override
    public Map<String, TypedValue> plan(TaskEntity task) {
        var opportunity = opportunity(task, opportunities::find);
        var history = ledger.historyWithText(opportunity.id());
        var conversation = conversation(task, opportunity);
        var standing = standings.ifJudgeable(opportunity, history);
        var owed = standing.map(it -> it.decision().owedItems()).orElseGet(() -> notGained(conversation, history));
        var roadmap = roadmaps.of(opportunity);
        var plan = CallPlan.of(conversation, history, roadmap, owed);
        var soon = LocalDate.now(clock).plusDays(WARN_DAYS);
        plan.put("planLapsing", CallPlan.lapsing(standing.map(Standing::lapses).orElse(Map.of()), roadmap, soon));
        plan.putAll(Prepared.of(
                opportunity.id(), conversation.key(), callNotes.find(opportunity.id(), conversation.key())));
        return plan;
    }

    /** What to ask for while no gate can say: whatever the conversation is there for. */
    private static Set<String> notGained(Conversation conversation, History history) {
        var holdings = history.holdings();
        return conversation.items().stream()
                .map(Item::id)
                .filter(id -> !holdings.getOrDefault(id, Holding.none(id)).gained())
                .collect(Collectors.toSet());
    }

    @Override
    @Transactional
    public void submit(TaskEntity task, VariableMap values) {
        var opportunity = opportunity(task, opportunities::lock);
        var conversation = conversation(task, opportunity);
        var who = who(task);
        if (!who.equals(task.getAssignee())) {
            throw new Refused(Refusal.forbidden("This conversation belongs to " + task.getAssignee()
                    + ". Only they can complete it; ask for a hand-over if the client is yours."));
        }
        var definition = (ProcessDefinitionEntity) task.getExecution().getProcessDefinition();
        var origin = new Draft.Origin(conversation.key(), task.getId(), definition.getKey(), definition.getVersion());
        recordConversation
                .record(opportunity.id(), SubmittedForm.read(values, conversation), origin, who)
                .ifPresent(refusal -> {
                    throw new Refused(refusal);
                });
    }

    private static Opportunity opportunity(TaskEntity task, Function<String, Optional<Opportunity>> reading) {
        ExecutionEntity execution = task.getExecution();
        if (execution == null) {
            throw new ConcurrencyFailureException("The task moved to another execution after it was read: the engine"
                    + " tidies its tree when a conversation beside it ends.");
        }
        var id = execution.getProcessBusinessKey();
        return reading.apply(id).orElseThrow(() -> new IllegalStateException("There is no opportunity '" + id + "'."));
    }

    private Conversation conversation(TaskEntity task, Opportunity opportunity) {
        return roadmaps.of(opportunity)
                .conversation(task.getTaskDefinitionKey())
                .orElseThrow(() -> new IllegalStateException("Roadmap " + opportunity.roadmap()
                        + " has no conversation " + task.getTaskDefinitionKey() + "."));
    }

    private static String who(TaskEntity task) {
        return Optional.ofNullable(Context.getCommandContext().getAuthenticatedUserId())
                .orElse(String.valueOf(task.getAssignee()));
    }
}
