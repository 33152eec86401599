package com.targettoclose.audit;

import com.targettoclose.conversation.Choice;

/** What came of an attempt. */
public enum Outcome implements Choice {
    /** It was done. */
    DONE,
    /** It was refused; nothing was changed. */
    REFUSED,
    /** It broke. */
    FAILED
}
