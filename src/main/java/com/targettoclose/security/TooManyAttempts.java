package com.targettoclose.security;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Passwords were wrong so often that the next has to wait. */
final class TooManyAttempts extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final long seconds;

    TooManyAttempts(Duration wait) {
        super("Too many wrong passwords. Try again in " + roundedUp(wait)
                + " seconds. Others are not affected, and nobody is locked out.");
        this.seconds = roundedUp(wait);
    }

    /** How long to wait. */
    long seconds() {
        return seconds;
    }

    private static long roundedUp(Duration wait) {
        return wait.plusMillis(999).toSeconds();
    }
}
