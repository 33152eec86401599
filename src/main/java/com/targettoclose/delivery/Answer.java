package com.targettoclose.delivery;

/** How a message was taken. */
sealed interface Answer {

    /** The other side has it. */
    record Taken() implements Answer {}

    /** Not now: it is sent again after a while. */
    record Later(String fault) implements Answer {}

    /** Not as it is: somebody has to look. */
    record Never(String fault) implements Answer {}
}
