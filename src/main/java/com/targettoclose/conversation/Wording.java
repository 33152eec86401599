package com.targettoclose.conversation;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Compares and counts what people wrote, blind to case, punctuation and spacing. */
final class Wording {

    /** Fewer words than this say nothing that a colleague could use. */
    static final int ENOUGH = 4;

    private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Wording() {}

    static String normal(String text) {
        var composed = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return NOT_WORD.matcher(composed).replaceAll(" ").strip();
    }

    static boolean same(String one, String other) {
        return normal(one).equals(normal(other));
    }

    static int count(String text) {
        var normal = normal(text);
        return normal.isEmpty() ? 0 : normal.split(" ", -1).length;
    }
}
