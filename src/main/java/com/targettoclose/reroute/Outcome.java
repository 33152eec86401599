package com.targettoclose.reroute;

import com.targettoclose.conversation.Choice;

/** What became of one opportunity that somebody wants to move. */
enum Outcome implements Choice {
    /** Its turn has not come. */
    WAITING,
    /** It runs on the edition; in a dry run: it would. */
    MOVED,
    /** There was nothing to move: it ended meanwhile, or is on the edition already. */
    LEFT,
    /** It cannot run there, and stays where it was. */
    FAILED
}
