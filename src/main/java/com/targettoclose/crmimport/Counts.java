package com.targettoclose.crmimport;

import com.targettoclose.opportunity.Status;

/**
 * How many rows had which outcome. {@code read = created + unchanged + rejected}; the last three say what the created
 * ones are (those that ended without decision or were disqualified are in none of them).
 */
record Counts(long read, long created, long unchanged, long rejected, long won, long lost, long running) {

    static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0);
    static final Counts UNCHANGED = new Counts(1, 0, 1, 0, 0, 0, 0);
    static final Counts REJECTED = new Counts(1, 0, 0, 1, 0, 0, 0);

    static Counts created(Status status) {
        return new Counts(
                1, 1, 0, 0, status == Status.WON ? 1 : 0, status == Status.LOST ? 1 : 0, status == Status.OPEN ? 1 : 0);
    }

    Counts plus(Counts other) {
        return new Counts(
                read + other.read,
                created + other.created,
                unchanged + other.unchanged,
                rejected + other.rejected,
                won + other.won,
                lost + other.lost,
                running + other.running);
    }
}
