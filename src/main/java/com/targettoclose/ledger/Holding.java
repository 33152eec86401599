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
 * @param verified whether the client confirmed that very entry, or somebody other than the owner checked it
 * @param corrected whether the client said that the entry is not right as it stands, and nobody has checked it since
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
        boolean verified,
        boolean corrected,
        @Nullable LocalDate waivedUntil,
        int attempts) {

    /** An item the ledger says nothing of. */
    public static Holding none(String item) {
        return new Holding(item, null, 0, null, null, false, false, false, null, 0);
    }

    /** Whether the client gave it and it was neither taken back nor lapsed. */
    public boolean gained() {
        return kind == EntryKind.GAINED;
    }

    /** Whether a waiver stands in for it on that day. */
    public boolean waivedOn(LocalDate day) {
        return kind == EntryKind.WAIVED && (waivedUntil == null || !day.isAfter(waivedUntil));
    }

    /** The same, asked for once more in vain. */
    Holding attempted() {
        return new Holding(
                item, kind, number, since, provenance, claimed, verified, corrected, waivedUntil, attempts + 1);
    }

    /** The same, confirmed by the client or checked by somebody else. */
    Holding confirmed() {
        return new Holding(item, kind, number, since, provenance, claimed, true, false, waivedUntil, attempts);
    }

    /** The same, not right in the client's eyes. What was verified before stays so: a correction moves nothing by itself. */
    Holding disputed() {
        return new Holding(item, kind, number, since, provenance, claimed, verified, true, waivedUntil, attempts);
    }
}
