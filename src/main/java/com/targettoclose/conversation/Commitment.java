package com.targettoclose.conversation;

/** What the client agrees to do next. */
public record Commitment(String id, String label) implements Item {

    /** @throws IllegalArgumentException where the id is not kebab-case */
    public Commitment {
        ItemIds.requireShape(id);
    }
}
