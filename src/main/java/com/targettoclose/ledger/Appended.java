package com.targettoclose.ledger;

import java.util.List;

/** Entries were appended; published within the transaction that appends them. */
public record Appended(List<Entry> entries) {

    public Appended {
        entries = List.copyOf(entries);
    }
}
