package com.targettoclose.ledger;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** An opportunity's entries, oldest first, and what follows from them. */
public record History(List<Entry> entries) {

    /** In the detail of an entry that verifies or corrects: the number of the entry that it is about. */
    public static final String ABOUT = "about";

    public History {
        entries = List.copyOf(entries);
    }

    /** Every item the ledger speaks of, with what it says. */
    public Map<String, Holding> holdings() {
        Map<String, Holding> holdings = new HashMap<>();
        for (var entry : entries) {
            var item = entry.content().item();
            if (item != null) {
                holdings.put(item, after(holdings.getOrDefault(item, Holding.none(item)), entry));
            }
        }
        return holdings;
    }

    /** The ids of the items that the client gave and neither took back nor let lapse. */
    public Set<String> gained() {
        return holdings().values().stream()
                .filter(Holding::gained)
                .map(Holding::item)
                .collect(Collectors.toSet());
    }

    /** How often a conversation was held from one of its tasks. */
    public int timesHeld(String conversation) {
        return (int) entries.stream()
                .filter(entry -> entry.kind() != EntryKind.MOOT)
                .map(entry -> entry.content().origin())
                .filter(origin -> origin != null && conversation.equals(origin.conversation()))
                .map(Draft.Origin::task)
                .filter(Objects::nonNull)
                .distinct()
                .count();
    }

    /** The next step agreed with the client when a conversation was last held, if one was. */
    public Optional<LocalDate> nextStepAfter(String conversation) {
        Entry last = null;
        for (var entry : entries) {
            var origin = entry.content().origin();
            boolean held = origin != null && conversation.equals(origin.conversation());
            last = held && entry.kind() != EntryKind.MOOT ? entry : last;
        }
        return Optional.ofNullable(last)
                .map(entry -> entry.content().detail().get("nextStepOn"))
                .map(day -> LocalDate.parse(day.toString()));
    }

    /** The entry with this number, if it is of this kind. */
    public Optional<Entry> numbered(int number, EntryKind kind) {
        return number < 1 || number > entries.size()
                ? Optional.empty()
                : Optional.of(entries.get(number - 1)).filter(entry -> entry.kind() == kind);
    }

    /** The newest entry of a kind. */
    public Optional<Entry> newest(EntryKind kind) {
        Entry newest = null;
        for (var entry : entries) {
            newest = entry.kind() == kind ? entry : newest;
        }
        return Optional.ofNullable(newest);
    }

    /** The newest decision of a stage's gate. */
    public Optional<Entry> newestGate(String stage) {
        Entry newest = null;
        for (var entry : entries) {
            boolean decided = entry.kind() == EntryKind.GATE
                    && stage.equals(entry.content().detail().get("stage"));
            newest = decided ? entry : newest;
        }
        return Optional.ofNullable(newest);
    }

    /** The history as it was when this entry had just been written. */
    public History upTo(Entry entry) {
        return new History(
                entries.stream().filter(it -> it.number() <= entry.number()).toList());
    }

    /** The entries after this one. */
    public List<Entry> after(Entry entry) {
        return entries.stream().filter(it -> it.number() > entry.number()).toList();
    }

    private static Holding after(Holding before, Entry entry) {
        return switch (entry.kind()) {
            case GAINED -> gained(before, entry);
            case WITHDRAWN, LAPSED -> lost(before, entry);
            case WAIVED -> waived(before, entry);
            case NOT_YET, DECLINED -> before.attempted();
            case VERIFIED -> speaksOf(before, entry) ? before.confirmed() : before;
            case CORRECTED -> speaksOf(before, entry) ? before.disputed() : before;
            default -> before;
        };
    }

    private static Holding gained(Holding before, Entry entry) {
        var it = entry.content();
        boolean imported = it.provenance() == Provenance.IMPORTED;
        return new Holding(
                before.item(),
                EntryKind.GAINED,
                entry.number(),
                imported ? recordedOn(entry) : it.occurredOn(),
                it.provenance(),
                it.proof() != null && !imported,
                false,
                false,
                null,
                0);
    }

    private static Holding lost(Holding before, Entry entry) {
        return new Holding(
                before.item(), entry.kind(), entry.number(), recordedOn(entry), null, false, false, false, null, 0);
    }

    private static Holding waived(Holding before, Entry entry) {
        return new Holding(
                before.item(),
                EntryKind.WAIVED,
                entry.number(),
                recordedOn(entry),
                null,
                false,
                false,
                false,
                waivedUntil(entry),
                before.attempts());
    }

    /** Whether a check or a correction is about the words that count now, and not about some that were said before. */
    private static boolean speaksOf(Holding holding, Entry entry) {
        Integer number = holding.number();
        return holding.gained() && number.equals(entry.content().detail().get(ABOUT));
    }

    private static LocalDate recordedOn(Entry entry) {
        return LocalDate.ofInstant(entry.recordedAt(), ZoneOffset.UTC);
    }

    private static LocalDate waivedUntil(Entry entry) {
        return LocalDate.parse(String.valueOf(entry.content().detail().get("until")));
    }
}
