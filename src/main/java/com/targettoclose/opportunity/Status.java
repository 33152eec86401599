package com.targettoclose.opportunity;

import com.targettoclose.conversation.Choice;

/** Whether an opportunity is pursued, and how the pursuit ended. */
public enum Status implements Choice {
    OPEN,
    WON,
    LOST,
    NO_DECISION,
    DISQUALIFIED
}
