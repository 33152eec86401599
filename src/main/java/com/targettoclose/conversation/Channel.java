package com.targettoclose.conversation;

/** How a conversation was held. */
public enum Channel implements Choice {
    MEETING,
    CALL,
    EMAIL,
    DOCUMENT
}
