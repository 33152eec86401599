package com.targettoclose.crmimport;

import com.targettoclose.conversation.Choice;

/** How far an import is. */
enum ImportState implements Choice {
    /** Received; no node has begun. */
    QUEUED,
    /** A node works on it, or will go on where another stopped. */
    RUNNING,
    /** Every row has its outcome. */
    FINISHED,
    /** It stopped for good; the message says why. What it recorded before stays. */
    FAILED
}
