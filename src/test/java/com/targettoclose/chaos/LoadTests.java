package com.targettoclose.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import com.targettoclose.chaos.Attempt.Outcome;
import com.targettoclose.chaos.Rep.Habits;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Prints a line a minute, and one for ten. {@code -Dload.minutes=60} says for how long; {@code -Dload.rate=...} how many conversations a second, which it
 * finds out by itself else.
 */
@Tag("load")
@DisplayName("two nodes at the highest steady rate of the machine")
class LoadTests {

    private static final int MINUTES = Integer.getInteger("load.minutes", 60);
    private static final double RATE = Double.parseDouble(System.getProperty("load.rate", "0"));
    private static final int MINUTE = 60;
    private static final int TEN = 10;
    private static final int FIRST = 8;
    private static final double MORE = 1.25;
    private static final double STEADY = 0.8;

    @TempDir
    Path folder;

    @Test
    @DisplayName("make no error, and lose and double nothing")
    void hold() throws Exception {
        try (var installation =
                        Installation.start(folder, "load", (number, launch) -> launch.machine("-Xmx1g", "-Xms1g"));
                var force = new SalesForce(installation.ports(), Habits.CALM, 1)) {
            force.hire();
            var load = new Load(force, installation);
            load.run("warm-up", FIRST, MINUTE);
            double rate = RATE > 0 ? RATE : highest(load) * STEADY;
            System.out.printf("Steady: %.1f conversations a second for %d minutes%n", rate, MINUTES);
            for (int minute = 1; minute <= MINUTES; minute++) {
                load.run("minute " + minute, rate, MINUTE);
                if (minute % TEN == 0) {
                    load.printLast(TEN);
                }
            }
            load.printLast(MINUTES);
            assertThat(force.journal()).noneMatch(it -> it.outcome() == Outcome.UNKNOWN);
            installation.assertWhole(force);
        }
    }

    /** The last rate that was kept up with. */
    private static double highest(Load load) throws Exception {
        double rate = FIRST;
        while (load.run("search", rate * MORE, MINUTE / 2)) {
            rate *= MORE;
        }
        return rate;
    }
}
