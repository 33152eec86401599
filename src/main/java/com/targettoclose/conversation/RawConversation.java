package com.targettoclose.conversation;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as it was sent, unchecked: every value a string, blank ones as null.
 *
 * @param undeclared names of fields that were sent and nobody asked for
 */
public record RawConversation(
        @Nullable String contact,
        @Nullable String heldOn,
        @Nullable String channel,
        @Nullable String nextStepOn,
        List<RawAnswer> answers,
        List<String> undeclared) {

    /**
     * One item's answer as it was sent.
     *
     * @param item the item's id
     * @param fieldOf names a part of this answer ({@code state}, {@code words}, {@code proof}, {@code link}, {@code
     *     item}) as the sender named it
     */
    public record RawAnswer(
            @Nullable String item,
            @Nullable String state,
            @Nullable String words,
            @Nullable String proof,
            @Nullable String link,
            UnaryOperator<String> fieldOf) {}
}
