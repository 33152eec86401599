package com.targettoclose.testing;

import com.targettoclose.conversation.Commitment;
import com.targettoclose.conversation.Conversation;
import com.targettoclose.conversation.Item;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** Fills in a conversation's form the way a rep would: who, when, how, and for each item what the client said. */
public final class Answers {

    private final Map<String, Object> fields = new HashMap<>();

    private Answers() {}

    /** Every item of the conversation gained, commitments with proof. */
    public static Answers gained(Conversation conversation, LocalDate heldOn) {
        var answers = new Answers();
        answers.with("contact", "Dana Whitfield, head of operations")
                .with("heldOn", heldOn.toString())
                .with("channel", "meeting");
        conversation.items().forEach(item -> answers.gained(item));
        return answers;
    }

    /** This item not yet, the others as they were. */
    public Answers notYet(Item item) {
        return instead(item, "not-yet", "They want to talk to their board before they agree to that.");
    }

    /** This item declined, the others as they were. */
    public Answers declined(Item item) {
        return instead(item, "declined", "They told us plainly that they will not do that with us.");
    }

    /** Nothing said about this item, the others as they were. */
    public Answers without(Item item) {
        fields.keySet().removeIf(name -> name.matches(item.fieldPrefix() + "(State|Words|Proof|Link)"));
        return this;
    }

    /** A field of the form, by its own name; null empties it. */
    public Answers with(String field, Object value) {
        fields.put(field, value);
        return this;
    }

    /** The fields as the form submits them. */
    public Map<String, Object> fields() {
        return new HashMap<>(fields);
    }

    /** What the client is told to have said about an item: different for each, and not its label. */
    public static String words(Item item) {
        return "They put it like this when we met: " + item.label() + ", and it matters to them.";
    }

    private void gained(Item item) {
        with(item.fieldPrefix() + "State", "gained");
        with(item.fieldPrefix() + "Words", words(item));
        if (item instanceof Commitment) {
            with(item.fieldPrefix() + "Proof", "message");
            with(item.fieldPrefix() + "Link", "https://mail.example.com/" + item.id());
        }
    }

    private Answers instead(Item item, String state, String words) {
        return without(item).with(item.fieldPrefix() + "State", state).with(item.fieldPrefix() + "Words", words);
    }
}
