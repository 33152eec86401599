package com.targettoclose.security;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a program can sign in with, as a 401 says it. A browser that is asked for a password opens a box of its own: pages
 * and their calls ask for nothing.
 */
record Challenge(boolean password, boolean token) {

    /** Asks for nothing. */
    static final Challenge NONE = new Challenge(false, false);

    /** The values of the header {@code WWW-Authenticate}. */
    List<String> headers() {
        List<String> headers = new ArrayList<>();
        if (password) {
            headers.add("Basic realm=\"Target to Close\", charset=\"UTF-8\"");
        }
        if (token) {
            headers.add("Bearer realm=\"Target to Close\"");
        }
        return headers;
    }

    /** Why somebody was not let in who sent this header {@code Authorization}. */
    String sentence(@Nullable String sent) {
        var with = sent == null ? "" : sent.toLowerCase(Locale.ROOT);
        if (with.startsWith("bearer")) {
            return token
                    ? "This token opens nothing here. Get a new one from your login service, meant for this application."
                    : "Tokens open nothing here.";
        }
        if (with.startsWith("basic") && !password && token) {
            return "Passwords open nothing here. Send a token of your login service.";
        }
        return sent == null ? "Sign in first." : "User or password is wrong.";
    }
}
