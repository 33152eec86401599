package com.targettoclose.verifier.rule;

import com.targettoclose.conversation.Choice;

/** How much a finding weighs. */
public enum Severity implements Choice {
    /** A deal could slip past a gate, get stuck, or harm the server: it is not deployed. */
    ERROR,
    /** It is unwise, and deployed all the same. */
    WARNING
}
