package com.targettoclose.conversation;

import org.jspecify.annotations.Nullable;

/**
 * One thing wrong with an input: which field, what it held, and a code. The sentence is rendered at the edge by
 * {@link FaultSentence}.
 *
 * @param field the field as the sender named it
 * @param value what it held, shortened; null where it was missing
 * @param detail what the sentence names besides: an item's label, a limit, the allowed values
 */
public record Fault(
        String field,
        FaultCode code,
        @Nullable String value,
        @Nullable String detail) {

    private static final int SHOWN = 80;

    public Fault {
        if (value != null && value.length() > SHOWN) {
            int end = Character.isHighSurrogate(value.charAt(SHOWN - 1)) ? SHOWN - 1 : SHOWN;
            value = value.substring(0, end) + "…";
        }
    }

    /** A fault whose sentence needs no more than the field and its value. */
    public static Fault of(String field, FaultCode code, @Nullable String value) {
        return new Fault(field, code, value, null);
    }
}
