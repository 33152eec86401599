package com.targettoclose.chaos;

import com.targettoclose.chaos.Rep.Habits;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fewer stops: {@code -Dchaos.stops=...}. */
@Tag("chaos")
@DisplayName("a database that is stopped at once under load, at random moments")
class StoppedDatabaseTests {

    private static final int STOPS = Integer.getInteger("chaos.stops", 20);

    @TempDir
    Path folder;

    @Test
    @DisplayName("has kept what was accepted, and the nodes go on by themselves")
    void stopped() throws Exception {
        var faults = new Faults("The database stopped " + STOPS + " times");
        try (var installation = Installation.start(folder, "stopped", Installation.FOR_CHAOS);
                var force = new SalesForce(installation.ports(), Habits.BUSY, faults.seed())) {
            force.hire();
            force.work();
            for (int stop = 0; stop < STOPS; stop++) {
                faults.later(10);
                installation.server().kill();
                faults.later(3);
                installation.server().startAgain();
                installation.awaitReady();
            }
            installation.assertWhole(force);
        }
    }
}
