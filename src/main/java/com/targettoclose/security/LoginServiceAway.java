package com.targettoclose.security;

import org.springframework.security.core.AuthenticationException;

/** The login service cannot be asked whether a token is right. */
final class LoginServiceAway extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    LoginServiceAway(Throwable cause) {
        super("The login service cannot be reached just now. Try again in a minute.", cause);
    }
}
