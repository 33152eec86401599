package com.targettoclose.process;

import com.targettoclose.conversation.RawConversation;
import com.targettoclose.conversation.RawConversation.RawAnswer;
import com.targettoclose.testing.Answers;
import com.targettoclose.testing.Deals;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** Conversations that no diagram names, as the API sends them. */
final class Unscripted {

    private Unscripted() {}

    /** One in which these items were gained, each with proof. */
    static RawConversation gained(Deals deals, LocalDate heldOn, String... items) {
        var answers = Arrays.stream(items)
                .map(id -> new RawAnswer(
                        id,
                        "gained",
                        Answers.words(deals.item(id)),
                        "message",
                        "https://mail.example.com/" + id,
                        part -> id + "." + part))
                .toList();
        return new RawConversation("Dana Whitfield", heldOn.toString(), "call", null, answers, List.of());
    }

    /** One in which an item was declined. */
    static RawConversation declined(String item, LocalDate heldOn) {
        var answer = new RawAnswer(
                item, "declined", "They told us plainly that they will not.", null, null, part -> item + "." + part);
        return new RawConversation(null, heldOn.toString(), "call", null, List.of(answer), List.of());
    }
}
