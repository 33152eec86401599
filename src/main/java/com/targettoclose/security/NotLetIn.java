package com.targettoclose.security;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;

/** The login service knows somebody whom this application does not let in. */
final class NotLetIn extends OAuth2AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final @Nullable String user;

    NotLetIn(@Nullable String user, String sentence) {
        super(new OAuth2Error("not_let_in"), sentence);
        this.user = user;
    }

    /** Who; null where they have no id that could be theirs here. */
    @Nullable
    String user() {
        return user;
    }
}
