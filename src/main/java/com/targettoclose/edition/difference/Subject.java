package com.targettoclose.edition.difference;

import com.targettoclose.conversation.Choice;

/** What a change is about, the weightiest first. */
public enum Subject implements Choice {
    ROADMAP,
    STAGE,
    CONVERSATION,
    REQUIREMENT,
    ELEMENT,
    FORM,
    TABLE,
    FILE
}
