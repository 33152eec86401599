package com.targettoclose.conversation;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a conversation can generate: an {@link Outcome} or a {@link Commitment}.
 *
 * <p>An id is kebab-case ({@code cost-of-inaction}), at most 64 characters, unique in an installation. A label is the
 * sentence that is true once the item is gained.
 */
public sealed interface Item permits Outcome, Commitment {

    /** The id, kebab-case. */
    String id();

    /** The sentence that is true once the item is gained. */
    String label();

    /** {@code outcome} or {@code commitment}, as the HTTP contract names it. */
    default String kind() {
        return this instanceof Commitment ? "commitment" : "outcome";
    }

    /** The id in camel case, with which the form's field names of this item begin: {@code costOfInaction}. */
    default String fieldPrefix() {
        return ItemIds.camelCase(id());
    }

    /** The shape of item ids, and their camel case form. */
    final class ItemIds {

        /** Kebab-case, beginning with a letter. */
        public static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

        private static final int MAX_LENGTH = 64;

        private ItemIds() {}

        static String requireShape(String id) {
            if (id.length() > MAX_LENGTH || !SHAPE.matcher(id).matches()) {
                throw new IllegalArgumentException("Item id '" + id + "' is not kebab-case of at most 64 characters.");
            }
            return id;
        }

        static String camelCase(String id) {
            var words = id.split("-", -1);
            var name = new StringBuilder(words[0]);
            for (int i = 1; i < words.length; i++) {
                name.append(words[i].substring(0, 1).toUpperCase(Locale.ROOT)).append(words[i].substring(1));
            }
            return name.toString();
        }
    }
}
