package com.targettoclose.conversation;

import org.jspecify.annotations.Nullable;

/** A setback as it was sent, unchecked: every value a string, blank ones as null. */
public record RawSetback(
        @Nullable String item,
        @Nullable String contact,
        @Nullable String words,
        @Nullable String occurredOn) {}
