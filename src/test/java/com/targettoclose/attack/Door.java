package com.targettoclose.attack;

/** The two ways to the same engine. */
enum Door {
    /** Programs, by Basic authentication. */
    REST("/engine-rest"),
    /** People, by the webapps' session, with its token against forged requests. */
    WEBAPP("/camunda/api/engine/engine/default");

    private final String engine;

    Door(String engine) {
        this.engine = engine;
    }

    /** Where the engine's own HTTP interface begins behind this door. */
    String engine() {
        return engine;
    }
}
