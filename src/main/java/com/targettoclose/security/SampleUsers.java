package com.targettoclose.security;

import com.targettoclose.process.people.Group;
import com.targettoclose.process.people.SalesTeams;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A user of each kind to look around with, all with one password that everybody knows: never for a real deal. */
@Component
@Profile(SampleUsers.PROFILE)
class SampleUsers implements FirstUsers {

    /** The profile that brings the sample. */
    static final String PROFILE = "sample";

    /** The password of all of them. */
    static final String PASSWORD = "demo";

    /** Tells a sample's user from a real one of the same name. */
    private static final String MARK = "(sample)";

    private static final Logger LOG = LoggerFactory.getLogger(SampleUsers.class);

    private static final List<SampleUser> ALL = List.of(
            new SampleUser("rep1", "Ines", Group.REP, "sells: conversations owed now, in Tasklist"),
            new SampleUser("rep2", "Tomas", Group.REP, "sells too, other clients"),
            new SampleUser("manager1", "Mira", Group.MANAGER, "leads rep1 and rep2, in Tasklist"),
            new SampleUser("leader1", "Leon", Group.LEADER, "leads sales, in Tasklist"),
            new SampleUser("owner1", "Olga", Group.PROCESS_OWNER, "redesigns the process; sees it run, in Cockpit"),
            new SampleUser("ops1", "Oskar", Group.OPERATIONS, "keeps it running, in Cockpit"),
            new SampleUser(FirstAdmin.ID, "Ada", Group.ADMIN, "administers users and rights, in Admin"));

    /** Who leads whom. */
    private static final Map<String, String> MANAGERS = Map.of("rep1", "manager1", "rep2", "manager1");

    private final SalesTeams teams;

    SampleUsers(SalesTeams teams) {
        this.teams = teams;
    }

    private record SampleUser(String id, String name, Group group, String does) {}

    @Override
    public void create(Users users) {
        ALL.stream()
                .filter(user -> !users.exist(user.id()))
                .forEach(user -> users.give(user.id(), user.name(), MARK, PASSWORD, user.group()));
        MANAGERS.forEach(teams::keep);
    }

    /**
     * Refuses a start without the sample on a database that was made with it: its users would let anybody in.
     *
     * @throws StartRefused where there is one of them
     */
    static void requireNone(Users users) {
        var left = ALL.stream()
                .map(SampleUser::id)
                .filter(id -> users.hasLastName(id, MARK))
                .toList();
        if (!left.isEmpty()) {
            throw new StartRefused(
                    "This database holds users of the sample, whose password everybody knows: "
                            + String.join(", ", left) + ".",
                    "Start with a database of its own. Or start with the profile '" + PROFILE
                            + "' once more, delete these users in Admin, and start again.");
        }
    }

    /** Tells whoever started it where to go and as whom. */
    @EventListener
    void tell(ApplicationReadyEvent ready) {
        if (ready.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null) {
            var rows = ALL.stream()
                    .map(user -> String.format("    %-9s %s", user.id(), user.does()))
                    .collect(Collectors.joining("\n"));
            LOG.info(
                    "\n\n  Target to Close is ready: http://localhost:{}/\n  Sign in with the password '{}' as\n{}\n",
                    web.getWebServer().getPort(),
                    PASSWORD,
                    rows);
        }
    }
}
