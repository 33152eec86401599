package com.targettoclose.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes a ledger for a test, one entry a day from 2026-03-02 on, without a database. */
public final class Entries {

    /** The day of the first entry. */
    public static final LocalDate FIRST_DAY = LocalDate.of(2026, 3, 2);

    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    private final List<Entry> entries = new ArrayList<>();

    /** An entry. */
    public Entries add(Draft draft) {
        int number = entries.size() + 1;
        entries.add(new Entry("A1", number, draft, "rita", START.plus(Duration.ofDays(number - 1)), null, null, ""));
        return this;
    }

    /** An item gained in its time, held the day before it was written down. */
    public Entries gained(String item) {
        return gained(item, Provenance.TIMELY);
    }

    /** An item gained, held the day before it was written down. */
    public Entries gained(String item, Provenance how) {
        return add(Draft.of(EntryKind.GAINED)
                .item(item)
                .provenance(how)
                .occurredOn(FIRST_DAY.plusDays(entries.size() - 1)));
    }

    /** Any entry about an item. */
    public Entries about(String item, EntryKind kind) {
        return add(Draft.of(kind).item(item));
    }

    /** A check or a correction of what the entry of this number says of an item. */
    public Entries checked(String item, EntryKind kind, int about) {
        return add(Draft.of(kind).item(item).detail(Map.of(History.ABOUT, about)));
    }

    /** A waiver. */
    public Entries waived(String item, LocalDate until) {
        return add(Draft.of(EntryKind.WAIVED).item(item).detail(Map.of("until", until.toString())));
    }

    public History history() {
        return new History(entries);
    }
}
