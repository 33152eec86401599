package com.targettoclose.home;

import com.targettoclose.process.people.Group;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Where a role works. */
enum Door {
    REP(
            Group.REP,
            "Sales rep",
            "Your conversations",
            "Hold the conversations you owe, and keep what the client said.",
            "/camunda/app/tasklist/default/"),
    MANAGER(
            Group.MANAGER,
            "Sales manager",
            "Your team's conversations",
            "See what your reps owe, and help where a deal stalls.",
            "/camunda/app/tasklist/default/"),
    LEADER(
            Group.LEADER,
            "Sales leader",
            "Conversations",
            "See the process from the front, and hold your own.",
            "/camunda/app/tasklist/default/"),
    PROCESS_OWNER(
            Group.PROCESS_OWNER,
            "Process owner",
            "The process",
            "See which edition is in force, try a redesign, and move open deals.",
            "/process"),
    DIAGRAMS(
            Group.PROCESS_OWNER,
            "Process owner",
            "Diagrams as they run",
            "See where deals wait.",
            "/camunda/app/cockpit/default/"),
    PROPOSALS(
            Group.PROCESS_OWNER,
            "Process owner",
            "Proposals to answer",
            "Hear where the process does not fit, and say what becomes of it.",
            "/camunda/app/tasklist/default/"),
    OPERATIONS(
            Group.OPERATIONS,
            "Operations",
            "Running and failed steps",
            "Find what failed, mend it, and let it run again.",
            "/camunda/app/cockpit/default/"),
    ADMIN(
            Group.ADMIN,
            "Administrator",
            "Users and groups",
            "Give people their role, and take it back.",
            "/camunda/app/admin/default/");

    private final Group group;
    private final String role;
    private final String title;
    private final String says;
    private final String link;

    Door(Group group, String role, String title, String says, String link) {
        this.group = group;
        this.role = role;
        this.title = title;
        this.says = says;
        this.link = link;
    }

    /** The doors of these groups, by their ids. */
    static List<Door> of(Set<String> groups) {
        return Arrays.stream(values())
                .filter(door -> groups.contains(door.group.id()))
                .toList();
    }

    public String role() {
        return role;
    }

    public String title() {
        return title;
    }

    public String says() {
        return says;
    }

    public String link() {
        return link;
    }
}
