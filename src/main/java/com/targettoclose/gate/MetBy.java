package com.targettoclose.gate;

import com.targettoclose.conversation.Choice;
import com.targettoclose.ledger.Provenance;

/** What meets a requirement. Only {@link #TIMELY} counts as adherence. */
public enum MetBy implements Choice {
    TIMELY,
    AFTERWARDS,
    IMPORTED,
    WAIVED;

    static MetBy of(Provenance provenance) {
        return switch (provenance) {
            case TIMELY -> TIMELY;
            case AFTERWARDS -> AFTERWARDS;
            case IMPORTED -> IMPORTED;
        };
    }
}
