package com.targettoclose.report.facts;

import com.targettoclose.ledger.Entry;
import com.targettoclose.ledger.EntryKind;
import com.targettoclose.ledger.Provenance;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What looks like ticking boxes. Signs to talk about, never a verdict on a person: an honest deal shows some, too.
 *
 * @param recordings conversations recorded
 * @param inBursts of those, the ones of which the same person recorded three or more within ten minutes
 * @param worded gained answers that still have their words
 * @param alike of those, the ones that share four in five of their words with an earlier answer about another item
 * @param thin of those, the ones of fewer than six different words
 */
record Signals(int recordings, int inBursts, int worded, int alike, int thin) {

    private static final Duration BURST = Duration.ofMinutes(10);
    private static final int RECORDINGS_OF_A_BURST = 3;
    private static final double ALIKE = 0.8;
    private static final int WORDS_OF_SUBSTANCE = 6;
    private static final Set<EntryKind> ANSWERS = Set.of(EntryKind.GAINED, EntryKind.NOT_YET, EntryKind.DECLINED);

    static Signals of(List<Entry> entries) {
        var answers = entries.stream()
                .filter(entry -> ANSWERS.contains(entry.kind()))
                .filter(entry -> entry.content().provenance() != Provenance.IMPORTED)
                .toList();
        var times = new TreeMap<String, TreeSet<Instant>>();
        answers.forEach(entry -> times.computeIfAbsent(entry.recordedBy(), any -> new TreeSet<>())
                .add(entry.recordedAt()));
        int recordings = times.values().stream().mapToInt(Set::size).sum();
        int inBursts = times.values().stream().mapToInt(Signals::inBursts).sum();
        int alike = 0;
        int thin = 0;
        List<Words> seen = new ArrayList<>();
        for (var entry : answers) {
            var words = entry.content().words();
            if (entry.kind() == EntryKind.GAINED && words != null) {
                var said = new Words(String.valueOf(entry.content().item()), distinct(words));
                alike += seen.stream().anyMatch(said::isLike) ? 1 : 0;
                thin += said.words().size() < WORDS_OF_SUBSTANCE ? 1 : 0;
                seen.add(said);
            }
        }
        return new Signals(recordings, inBursts, seen.size(), alike, thin);
    }

    private static int inBursts(Set<Instant> ascending) {
        var times = List.copyOf(ascending);
        Set<Instant> found = new HashSet<>();
        for (int last = RECORDINGS_OF_A_BURST - 1; last < times.size(); last++) {
            var some = times.subList(last - RECORDINGS_OF_A_BURST + 1, last + 1);
            if (!some.get(0).plus(BURST).isBefore(times.get(last))) {
                found.addAll(some);
            }
        }
        return found.size();
    }

    private static Set<String> distinct(String text) {
        var words = new HashSet<>(Arrays.asList(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", 0)));
        words.remove("");
        return words;
    }

    private record Words(String item, Set<String> words) {

        boolean isLike(Words other) {
            var shared = new HashSet<>(words);
            shared.retainAll(other.words);
            int all = words.size() + other.words.size() - shared.size();
            return !item.equals(other.item) && all > 0 && (double) shared.size() / all >= ALIKE;
        }
    }
}
