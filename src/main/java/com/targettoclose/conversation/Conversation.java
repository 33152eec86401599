package com.targettoclose.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value-creating conversation as its diagram declares it.
 *
 * @param key the id of its user task
 * @param name what it is called
 * @param purpose why it is held
 * @param valueForClient what the client gets from it
 * @param outcomes what must be true or known after it
 * @param commitment what the client is asked for, if anything
 * @param targetDays within how many days it should be held
 * @param declinedMeans the ending that a declined commitment stands for ({@code lost}), if any
 */
public record Conversation(
        String key,
        String name,
        String purpose,
        String valueForClient,
        List<Outcome> outcomes,
        @Nullable Commitment commitment,
        int targetDays,
        @Nullable String declinedMeans) {

    public Conversation {
        outcomes = List.copyOf(outcomes);
    }

    /** Outcomes in their order, then the commitment. */
    public List<Item> items() {
        List<Item> items = new ArrayList<>(outcomes);
        Optional.ofNullable(commitment).ifPresent(items::add);
        return List.copyOf(items);
    }
}
