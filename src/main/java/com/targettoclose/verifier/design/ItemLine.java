package com.targettoclose.verifier.design;

import com.targettoclose.conversation.Commitment;
import com.targettoclose.conversation.Item;
import com.targettoclose.conversation.Outcome;
import java.util.List;

/**
 * A line {@code id: label} of a conversation, as it is written.
 *
 * @param commitment whether it is asked for, and not learned
 */
public record ItemLine(String id, String label, boolean commitment) {

    /** The line's two parts; the label is empty where there is no colon. */
    static ItemLine of(String line, boolean commitment) {
        int colon = line.indexOf(':');
        return colon < 0
                ? new ItemLine(line.strip(), "", commitment)
                : new ItemLine(
                        line.substring(0, colon).strip(),
                        line.substring(colon + 1).strip(),
                        commitment);
    }

    /** Whether the id is one that an item can have. */
    public boolean wellFormed() {
        try {
            return item() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** With what the names of its form fields begin. */
    public String fieldPrefix() {
        return item().fieldPrefix();
    }

    /** The names of its form fields. */
    public List<String> fields() {
        var prefix = fieldPrefix();
        return List.of(prefix + "State", prefix + "Words", prefix + "Proof", prefix + "Link");
    }

    private Item item() {
        return commitment ? new Commitment(id, label) : new Outcome(id, label);
    }
}
