package com.targettoclose.pipeline;

import com.targettoclose.ledger.Entry;
import org.jspecify.annotations.Nullable;

/**
 * The id of what was asked for, a waiver or a change: the opportunity's, and behind the last point the number of the ledger's
 * entry that asks.
 */
record RequestId(String opportunityId, int number) {

    private static final int MOST_DIGITS = 9;

    static RequestId of(Entry asked) {
        return new RequestId(asked.opportunityId(), asked.number());
    }

    /** Reads an id; null where it is none. */
    static @Nullable RequestId read(String id) {
        int point = id.lastIndexOf('.');
        var number = id.substring(point + 1);
        boolean digits = !number.isEmpty()
                && number.length() <= MOST_DIGITS
                && number.chars().allMatch(letter -> letter >= '0' && letter <= '9');
        return point < 1 || !digits ? null : new RequestId(id.substring(0, point), Integer.parseInt(number));
    }

    String text() {
        return opportunityId + "." + number;
    }
}
