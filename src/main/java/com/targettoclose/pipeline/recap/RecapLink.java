package com.targettoclose.pipeline.recap;

import java.time.Instant;

/**
 * A link by which a client answers what was recorded of one conversation.
 *
 * @param id random, 128 bits, Base64 for addresses
 * @param firstEntry the number of the first entry of that conversation in the opportunity's ledger
 * @param sentEntry the number of the entry that made the link
 * @param replaced whether a newer link stands in its place
 */
record RecapLink(String id, String opportunityId, int firstEntry, int sentEntry, Instant expiresAt, boolean replaced) {

    boolean expired(Instant now) {
        return !now.isBefore(expiresAt);
    }
}
