package com.targettoclose.conversation;

/** What came of an item in a conversation. Only {@link #GAINED} moves a gate; the others record an attempt. */
public enum AnswerState implements Choice {
    GAINED,
    NOT_YET,
    DECLINED
}
