package com.targettoclose.sample;

import com.targettoclose.conversation.AnswerState;
import com.targettoclose.conversation.RawConversation;
import com.targettoclose.conversation.RawConversation.RawAnswer;
import com.targettoclose.process.opening.OpenOpportunities.Opening;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One opportunity of the sample, as {@code sample/opportunities.json} tells it.
 *
 * @param words why it is worth pursuing
 * @param conversations held so far, oldest first
 */
record SampleOpportunity(
        String id,
        String account,
        String owner,
        @Nullable String value,
        @Nullable String currency,
        String words,
        List<Held> conversations) {

    /**
     * A conversation that was held.
     *
     * @param daysAgo how many days before today
     */
    record Held(int daysAgo, String contact, String channel, List<Said> said) {

        RawConversation asSent(LocalDate today) {
            var heldOn = today.minusDays(daysAgo).toString();
            var answers = said.stream().map(Said::asSent).toList();
            return new RawConversation(contact, heldOn, channel, null, answers, List.of());
        }
    }

    /**
     * What the client said about an item.
     *
     * @param state {@code gained} where it is left out
     */
    record Said(
            String item,
            @Nullable String state,
            String words,
            @Nullable String proof,
            @Nullable String link) {

        private RawAnswer asSent() {
            var came = state == null ? AnswerState.GAINED.value() : state;
            return new RawAnswer(item, came, words, proof, link, UnaryOperator.identity());
        }
    }

    Opening opening() {
        return new Opening(id, account, owner, null, value, currency, null, null, words);
    }
}
