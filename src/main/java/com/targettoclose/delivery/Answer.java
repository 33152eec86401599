package com.targettoclose.delivery;

/** How a message was taken. */
sealed interface Answer {

    /** The other side has it. */
    record Taken() implements Answer {}

    /**
     * Not now: it is sent again after a while.
     *
     * @param away whether there was no answer at all
     */
    record Later(String fault, boolean away) implements Answer {}

    /** Not as it is: somebody has to look. */
    record Never(String fault) implements Answer {}
}
