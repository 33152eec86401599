package com.targettoclose.conversation;

/** What must be true or known after a conversation. */
public record Outcome(String id, String label) implements Item {

    /** @throws IllegalArgumentException where the id is not kebab-case */
    public Outcome {
        ItemIds.requireShape(id);
    }
}
