package com.targettoclose.process.requests;

import com.targettoclose.conversation.Choice;

/** What somebody thinks should be done about a stalled deal. It is advice: nothing follows by itself. */
public enum Advice implements Choice {
    /** There is something to try. */
    ADVICE,
    /** It should go on without something: ask for a waiver. */
    WAIVER,
    /** Its time is worth more elsewhere. */
    WALK_AWAY,
    /** Somebody comes along to the client. */
    CALL_TOGETHER
}
