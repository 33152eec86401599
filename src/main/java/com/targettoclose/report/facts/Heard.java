package com.targettoclose.report.facts;

import com.targettoclose.ledger.Entry;
import com.targettoclose.ledger.EntryKind;
import com.targettoclose.ledger.Provenance;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Objects;
import java.util.function.Predicate;

/** Which entries tell what a client answered here: an import tells nothing of how it came to be. */
final class Heard {

    private Heard() {}

    static boolean answer(Entry entry) {
        return switch (entry.kind()) {
            case GAINED, NOT_YET, DECLINED -> entry.content().provenance() != Provenance.IMPORTED;
            default -> false;
        };
    }

    static boolean gained(Entry entry) {
        return entry.kind() == EntryKind.GAINED && answer(entry);
    }

    /** From a conversation that no diagram names. */
    static boolean offTheMap(Entry entry) {
        var origin = entry.content().origin();
        return origin == null || origin.conversation() == null;
    }

    static LocalDate recordedOn(Entry entry) {
        return LocalDate.ofInstant(entry.recordedAt(), ZoneOffset.UTC);
    }

    /** The day it happened; where nobody said, the day it was written down. */
    static LocalDate day(Entry entry) {
        return Objects.requireNonNullElse(entry.content().occurredOn(), recordedOn(entry));
    }

    static <T> int count(Collection<T> all, Predicate<T> which) {
        return Math.toIntExact(all.stream().filter(which).count());
    }
}
