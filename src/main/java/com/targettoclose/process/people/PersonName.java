package com.targettoclose.process.people;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A person's name, and the readable user id it gives.
 *
 * @param first everything before the last word; empty where there is only one word
 * @param last the last word
 */
record PersonName(String first, String last) {

    private static final int LONGEST_ID = 56;
    private static final String NO_LATIN_LETTER = "colleague";

    /** Letters that Unicode does not take apart into a base letter and its mark. */
    private static final Map<String, String> SPELLED = Map.ofEntries(
            Map.entry("ß", "ss"),
            Map.entry("æ", "ae"),
            Map.entry("œ", "oe"),
            Map.entry("ø", "o"),
            Map.entry("ð", "d"),
            Map.entry("đ", "d"),
            Map.entry("þ", "th"),
            Map.entry("ł", "l"),
            Map.entry("ı", "i"));

    static PersonName of(String name) {
        var words = name.strip().replaceAll("\\s+", " ");
        int space = words.lastIndexOf(' ');
        return space < 0
                ? new PersonName("", words)
                : new PersonName(words.substring(0, space), words.substring(space + 1));
    }

    String full() {
        return full(first, last);
    }

    /** Whether a user's first and last name are this name, however it is divided between them. */
    boolean isOf(@Nullable String userFirst, @Nullable String userLast) {
        return full(userFirst == null ? "" : userFirst, userLast == null ? "" : userLast)
                .equals(full());
    }

    /** The id of the n-th person whose name gives the same one, from 1. */
    String userId(int n) {
        var lower = full().toLowerCase(Locale.ROOT);
        for (var letter : SPELLED.entrySet()) {
            lower = lower.replace(letter.getKey(), letter.getValue());
        }
        var id = Normalizer.normalize(lower, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("['’]", "")
                .replaceAll("[^a-z0-9-]+", ".")
                .replaceAll("^[.-]+|[.-]+$", "");
        if (id.isEmpty()) {
            id = NO_LATIN_LETTER;
        }
        id = id.substring(0, Math.min(id.length(), LONGEST_ID));
        return n == 1 ? id : id + "-" + n;
    }

    private static String full(String first, String last) {
        return (first + " " + last).strip();
    }
}
