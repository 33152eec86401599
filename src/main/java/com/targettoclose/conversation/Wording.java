package com.targettoclose.conversation;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Compares and counts what people wrote, blind to case, punctuation and spacing. */
final class Wording {

    /** Fewer words than this say nothing that a colleague could use. */
    static final int ENOUGH = 4;

    private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private static final Set<UnicodeScript> UNSPACED = EnumSet.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR);

    private Wording() {}

    static String normal(String text) {
        var composed = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return NOT_WORD.matcher(composed).replaceAll(" ").strip();
    }

    static boolean same(String one, String other) {
        return normal(one).equals(normal(other));
    }

    /** How many words; in scripts that put no space between words, two characters are taken for one. */
    static int count(String text) {
        var normal = normal(text);
        return normal.isEmpty()
                ? 0
                : Arrays.stream(normal.split(" ", -1))
                        .mapToInt(Wording::wordsIn)
                        .sum();
    }

    private static int wordsIn(String written) {
        long unspaced = written.codePoints()
                .filter(letter -> UNSPACED.contains(UnicodeScript.of(letter)))
                .count();
        return Math.max(1, (int) unspaced / 2);
    }
}
