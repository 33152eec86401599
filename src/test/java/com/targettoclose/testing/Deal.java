package com.targettoclose.testing;

import com.targettoclose.conversation.Conversation;
import com.targettoclose.gate.Adherence;
import com.targettoclose.ledger.History;
import com.targettoclose.opportunity.Opportunity;
import com.targettoclose.opportunity.Status;
import com.targettoclose.process.stage.OpenConversations.OpenConversation;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.camunda.bpm.engine.task.Task;

/** One deal in a test: what is done to it, by its owner through the forms, and what became of it. */
public final class Deal {

    private static final int CONVERSATIONS = 20;

    private final Deals deals;
    private final String id;

    Deal(Deals deals, String id) {
        this.deals = deals;
        this.id = id;
    }

    public String id() {
        return id;
    }

    public Opportunity opportunity() {
        return deals.opportunities.find(id).orElseThrow();
    }

    public Status status() {
        return opportunity().status();
    }

    /** The stage it stands in; null once it has run through. */
    public String stage() {
        return opportunity().stage();
    }

    public History history() {
        return deals.ledger.history(id);
    }

    public OptionalDouble adherence() {
        return Adherence.of(history());
    }

    /** Keys of the open conversations, alphabetically. */
    public List<String> openConversations() {
        var roadmap = deals.roadmaps.of(opportunity());
        return deals.conversations.of(opportunity()).stream()
                .map(OpenConversation::key)
                .filter(key -> roadmap.conversation(key).isPresent())
                .sorted()
                .toList();
    }

    /** The open task of a conversation. */
    public Task task(String key) {
        return deals.tasks
                .createTaskQuery()
                .processInstanceBusinessKey(id)
                .taskDefinitionKey(key)
                .singleResult();
    }

    /** A conversation of its roadmap. */
    public Conversation conversation(String key) {
        return deals.roadmaps.of(opportunity()).conversation(key).orElseThrow();
    }

    /** The form of a conversation held today, every item gained. */
    public Answers answers(String key) {
        return Answers.gained(conversation(key), deals.clock.today());
    }

    /** The owner submits a conversation in which everything is gained; the gates run. */
    public Deal gain(String key) {
        return submit(key, answers(key));
    }

    /** The owner submits a conversation in which everything is gained but these items; the gates run. */
    public Deal notYet(String key, String... items) {
        var answers = answers(key);
        Arrays.stream(items).map(deals::item).forEach(answers::notYet);
        return submit(key, answers);
    }

    /** The owner submits a conversation in which everything is gained but these items are declined; the gates run. */
    public Deal decline(String key, String... items) {
        var answers = answers(key);
        Arrays.stream(items).map(deals::item).forEach(answers::declined);
        return submit(key, answers);
    }

    /** The owner submits a conversation's form; the gates run. */
    public Deal submit(String key, Answers answers) {
        submitOnly(key, answers);
        return settle();
    }

    /** The owner submits a conversation's form; its gate waits. */
    public Deal submitOnly(String key, Answers answers) {
        var task = task(key);
        if (task == null) {
            throw new AssertionError(key + " is not open; open are " + openConversations() + " in stage " + stage());
        }
        deals.submit(task.getId(), task.getAssignee(), answers.fields());
        return this;
    }

    /** Gains whatever is open until it stands in this stage. */
    public Deal reach(String stage) {
        for (int n = 0; n < CONVERSATIONS && !stage.equals(stage()); n++) {
            gain(openConversations().get(0));
        }
        if (!stage.equals(stage())) {
            throw new AssertionError("It stands in " + stage() + ", not in " + stage);
        }
        return this;
    }

    /** Gains whatever is open until it is won; execution is open then. */
    public Deal win() {
        for (int n = 0; n < CONVERSATIONS && status() == Status.OPEN; n++) {
            gain(openConversations().get(0));
        }
        if (status() != Status.WON) {
            throw new AssertionError("It is " + status() + " and stands in " + stage());
        }
        return this;
    }

    /** Runs its gates. */
    public Deal settle() {
        deals.jobs.run(id);
        return this;
    }
}
