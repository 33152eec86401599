package com.targettoclose.gate;

import com.targettoclose.conversation.Choice;

/** Who may let an opportunity pass without a required item. */
public enum WaivableBy implements Choice {
    NOBODY,
    MANAGER,
    LEADER
}
