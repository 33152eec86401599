package com.targettoclose.edition.difference;

import com.targettoclose.conversation.Choice;

/** What became of something. */
public enum Kind implements Choice {
    ADDED,
    REMOVED,
    CHANGED
}
