package com.targettoclose.conversation;

/** What came from the client itself. Named with a link it is claimed proof. */
public enum Proof implements Choice {
    CALENDAR_ACCEPTANCE,
    MESSAGE,
    DOCUMENT,
    ATTENDANCE,
    SIGNATURE
}
