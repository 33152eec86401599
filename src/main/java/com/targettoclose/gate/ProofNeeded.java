package com.targettoclose.gate;

import com.targettoclose.conversation.Choice;

/** How well an item must be proven before it counts at a gate. */
public enum ProofNeeded implements Choice {
    /** The client's words are enough. */
    NONE,
    /** Something from the client itself, with a link. */
    CLAIMED,
    /** Confirmed by the client, or checked by someone other than the owner. */
    VERIFIED
}
