package com.targettoclose.verifier.game;

/** A deal cannot go on here: the engine would raise an incident, or refuse what somebody does. */
final class Stuck extends RuntimeException {

    Stuck(String why) {
        super(why, null, false, false);
    }
}
