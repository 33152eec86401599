package com.targettoclose.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger says of one item: its newest gained, withdrawn, waived or lapsed entry.
 *
 * @param kind one of {@code GAINED, WITHDRAWN, WAIVED, LAPSED}; null where it was only ever attempted
 * @param number that entry's number; 0 where there is none
 * @param since the day it counts from: held on, or the day of the import
 * @param provenance how it was recorded; null where it was not gained
 * @param claimed whether proof with a link was named
 * @param waivedUntil the last day a waiver counts; null for no end, or where there is none
 * @param attempts how often it was asked for and not given since
 */
public record Holding(
        String item,
        @Nullable EntryKind kind,
        int number,
        @Nullable LocalDate since,
        @Nullable Provenance provenance,
        boolean claimed,
        @Nullable LocalDate waivedUntil,
        int attempts) {

    /** An item the ledger says nothing of. */
    public static Holding none(String item) {
        return new Holding(item, null, 0, null, null, false, null, 0);
    }

    /** Whether the client gave it and it was neither taken back nor lapsed. */
    public boolean gained() {
        return kind == EntryKind.GAINED;
    }

    /** Whether a waiver stands in for it on that day. */
    public boolean waivedOn(LocalDate day) {
        return kind == EntryKind.WAIVED && (waivedUntil == null || !day.isAfter(waivedUntil));
    }
}
