package com.targettoclose.chaos;

import com.targettoclose.chaos.Rep.Habits;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One node is ten minutes ahead, the other ten minutes behind: far more than a job's lock or a lease lasts. */
@Tag("chaos")
@DisplayName("nodes whose clocks differ")
class SkewedClockTests {

    private static final String[] CLOCKS = {"PT10M", "PT-10M"};
    private static final int PIECES_OF_WORK = Integer.getInteger("chaos.skewed", 2_000);

    @TempDir
    Path folder;

    @Test
    @DisplayName("lose nothing, double nothing and leave nothing stuck")
    void skewed() throws Exception {
        var faults = new Faults("Clocks twenty minutes apart");
        try (var installation = Installation.start(folder, "skewed", (number, launch) -> {
                    Installation.FOR_CHAOS.of(number, launch);
                    launch.main(SkewedApplication.class).machine("-Dskew=" + CLOCKS[number]);
                });
                var force = new SalesForce(installation.ports(), Habits.BUSY, faults.seed())) {
            force.hire();
            force.work();
            force.awaitAttempts(PIECES_OF_WORK);
            installation.assertWhole(force);
        }
    }
}
