package com.targettoclose.process.people;

/** The groups a user can belong to. A group's id is what the identity service and the security chains know it by. */
public enum Group {
    REP("rep"),
    MANAGER("manager"),
    LEADER("leader"),
    PROCESS_OWNER("process-owner"),
    OPERATIONS("operations"),
    /** The id is the engine's own: with nobody in it the engine offers its set-up to whoever comes first. */
    ADMIN("camunda-admin");

    private final String id;

    Group(String id) {
        this.id = id;
    }

    /** The group's id. */
    public String id() {
        return id;
    }
}
