package com.targettoclose.conversation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A fixed list of values that people pick from; on the wire and in the database each is kebab-case. */
public interface Choice {

    /** The enum constant's name. */
    String name();

    /** The value as it is written: {@code not-yet} for {@code NOT_YET}. */
    default String value() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The choice with this value, exactly as {@link #value()} writes it. */
    static <E extends Enum<E> & Choice> Optional<E> of(Class<E> type, String value) {
        return Arrays.stream(type.getEnumConstants())
                .filter(choice -> choice.value().equals(value))
                .findFirst();
    }

    /** Every value of the type, comma separated, for a sentence that says what may be entered. */
    static <E extends Enum<E> & Choice> String values(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Choice::value).collect(Collectors.joining(", "));
    }
}
