package com.targettoclose.conversation;

import org.jspecify.annotations.Nullable;

/**
 * What came of one item.
 *
 * @param words what the client said; never blank where the state is {@code GAINED}
 * @param proof what came from the client itself; comes with a link, or not at all
 * @param link where the proof can be seen, an http or https address
 */
public record Answer(
        Item item,
        AnswerState state,
        @Nullable String words,
        @Nullable Proof proof,
        @Nullable String link) {

    public Answer {
        if ((proof == null) != (link == null)) {
            throw new IllegalArgumentException("Proof and link come together: " + item.id());
        }
    }

    /** Whether the client said yes. */
    public boolean gained() {
        return state == AnswerState.GAINED;
    }
}
