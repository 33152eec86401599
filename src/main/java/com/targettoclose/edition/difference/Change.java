package com.targettoclose.edition.difference;

import java.util.Comparator;

/**
 * One change from one design to the next.
 *
 * @param resource the file: the later one, or the earlier where there is no later
 * @param element the id of the element, row or form that it is about; empty where the whole file is meant
 * @param name what people call it; empty where it has no name
 * @param says what changed, in one sentence
 * @param weakens whether a gate asks less than before
 */
public record Change(
        Subject subject, Kind kind, String resource, String element, String name, String says, boolean weakens) {

    /** What weakens first, then by what it is about and where it stands. */
    static final Comparator<Change> ORDER = Comparator.comparing((Change it) -> !it.weakens())
            .thenComparing(Change::subject)
            .thenComparing(Change::resource)
            .thenComparing(Change::element)
            .thenComparing(Change::says);

    /** A change that lets no gate ask less. */
    static Change harmless(Subject subject, Kind kind, String resource, String element, String name, String says) {
        return new Change(subject, kind, resource, element, name, says, false);
    }
}
