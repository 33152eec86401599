package com.targettoclose.reroute;

import com.targettoclose.conversation.Choice;

/** How far a move of opportunities is. The first two are what a lease can be taken of. */
enum RerouteState implements Choice {
    /** Received; no node has begun. */
    QUEUED,
    /** A node works on it, or will go on where another stopped. */
    RUNNING,
    /** Somebody stopped it, and can let it go on. */
    PAUSED,
    /** Every opportunity was looked at. */
    FINISHED,
    /** It stopped for good; what is moved stays moved. */
    FAILED
}
