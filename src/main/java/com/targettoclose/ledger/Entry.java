package com.targettoclose.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the ledger, as written.
 *
 * @param opportunityId whose ledger
 * @param number its place there, from 1, without gaps
 * @param content what it says; contact and words are null where they were erased
 * @param recordedBy the user who wrote it, or {@code system}
 * @param recordedAt when, to the millisecond
 * @param personalId the erasable text that belongs to it, shared by the entries of one conversation
 * @param personalDigest salted SHA-256 of that text, hex: what the chain covers instead of it
 * @param mac HMAC-SHA-256 over this entry and the mac of the one before it, hex
 */
public record Entry(
        String opportunityId,
        int number,
        Draft content,
        String recordedBy,
        Instant recordedAt,
        @Nullable String personalId,
        @Nullable String personalDigest,
        String mac) {

    public EntryKind kind() {
        return content.kind();
    }

    boolean isFrom(String task) {
        var origin = content.origin();
        return origin != null && task.equals(origin.task());
    }
}
