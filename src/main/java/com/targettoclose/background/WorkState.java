package com.targettoclose.background;

import com.targettoclose.conversation.Choice;

/** How far a piece of work is. */
public enum WorkState implements Choice {
    /** Received; no node has begun. */
    QUEUED,
    /** A node works on it, or will go on where another stopped. */
    RUNNING,
    /** It is done. */
    FINISHED,
    /** It stopped for good; the message says why. */
    FAILED
}
