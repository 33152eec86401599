package com.targettoclose.process.stage;

import org.jspecify.annotations.Nullable;

/** The table of exit criteria cannot be used. A gate that meets it becomes an incident; nothing recorded is lost. */
public final class BrokenExitCriteria extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BrokenExitCriteria(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
