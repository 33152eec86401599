package com.targettoclose.ledger;

import com.targettoclose.conversation.Choice;

/** How evidence came into the ledger. Only {@link #TIMELY} evidence counts as adherence. */
public enum Provenance implements Choice {
    /** Recorded in its time. */
    TIMELY,
    /** Recorded long after it was held, or all stages at once: it moves the deal and is told apart. */
    AFTERWARDS,
    /** Brought from a CRM: it passes a gate and proves nothing. */
    IMPORTED
}
