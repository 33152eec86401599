package com.targettoclose.process.requests;

import com.targettoclose.conversation.Item;
import com.targettoclose.ledger.Entry;
import com.targettoclose.ledger.EntryKind;
import com.targettoclose.ledger.History;
import com.targettoclose.process.roadmap.Roadmap;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What a form tells of a deal to somebody who is to help with it, as rows of its tables. */
final class DealSoFar {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final int NEWEST = 20;

    private static final Map<EntryKind, String> SAID = new EnumMap<>(Map.of(
            EntryKind.GAINED, "Yes: %s",
            EntryKind.NOT_YET, "Not yet: %s",
            EntryKind.DECLINED, "No: %s",
            EntryKind.WITHDRAWN, "Taken back: %s",
            EntryKind.WAIVED, "Waived: %s",
            EntryKind.LAPSED, "Lapsed: %s",
            EntryKind.HANDED_OVER, "Handed over",
            EntryKind.TERMS, "Terms changed",
            EntryKind.COACHED, "Advice",
            EntryKind.REOPENED, "Reopened"));

    private DealSoFar() {}

    /** Each of these items, how often the client was asked for it, and what it said last. */
    static List<Map<String, String>> tried(Collection<String> items, Roadmap roadmap, History history) {
        return items.stream()
                .map(id -> Map.of(
                        "item", label(id, roadmap),
                        "times", Long.toString(attempts(history, id).size()),
                        "said", lastWords(attempts(history, id))))
                .toList();
    }

    /** What happened, the newest first. */
    static List<Map<String, String>> newest(Roadmap roadmap, History history) {
        return history.entries().stream()
                .filter(entry -> SAID.containsKey(entry.kind()))
                .sorted(Comparator.comparing(Entry::number).reversed())
                .limit(NEWEST)
                .map(entry -> row(entry, roadmap))
                .toList();
    }

    private static Map<String, String> row(Entry entry, Roadmap roadmap) {
        var content = entry.content();
        var what = Objects.requireNonNull(SAID.get(entry.kind()));
        var item = content.item();
        return Map.of(
                "day", content.occurredOn() == null ? "" : DAY.format(content.occurredOn()),
                "what", item == null ? what.replace(": %s", "") : what.formatted(label(item, roadmap)),
                "words", Objects.requireNonNullElse(content.words(), ""));
    }

    /** How people call an item; its id where the roadmap does not know it. */
    static String label(String item, Roadmap roadmap) {
        return Optional.ofNullable(roadmap.items().get(item)).map(Item::label).orElse(item);
    }

    private static List<Entry> attempts(History history, String item) {
        return history.entries().stream()
                .filter(entry -> item.equals(entry.content().item()))
                .filter(entry -> entry.kind() == EntryKind.NOT_YET || entry.kind() == EntryKind.DECLINED)
                .toList();
    }

    private static String lastWords(List<Entry> attempts) {
        var last = attempts.isEmpty() ? null : attempts.get(attempts.size() - 1);
        return last == null ? "" : Objects.requireNonNullElse(last.content().words(), "");
    }
}
