package com.targettoclose.audit;

import org.jspecify.annotations.Nullable;

/**
 * What somebody did or tried.
 *
 * @param user who; null where it was nobody we know
 * @param act what, as {@code POST /api/imports}; without anything that was sent with it
 * @param opportunity the one it was about, where that can be told
 * @param status the HTTP status it was answered with
 * @param source the network address it came from
 */
public record Attempt(
        @Nullable String user,
        Door door,
        String act,
        @Nullable String opportunity,
        Outcome outcome,
        int status,
        String source) {}
