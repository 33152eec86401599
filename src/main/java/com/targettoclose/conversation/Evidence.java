package com.targettoclose.conversation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a conversation yielded, checked: who at the client, when, over which channel, and what came of each item.
 *
 * @param contact who at the client; null only where nothing was gained
 * @param nextStepOn the date of the next step agreed with the client, if any
 * @param answers at least one, each item once
 */
public record Evidence(
        @Nullable String contact,
        LocalDate heldOn,
        Channel channel,
        @Nullable LocalDate nextStepOn,
        List<Answer> answers) {

    public Evidence {
        answers = List.copyOf(answers);
        if (answers.isEmpty()) {
            throw new IllegalArgumentException("Evidence without an answer.");
        }
    }
}
