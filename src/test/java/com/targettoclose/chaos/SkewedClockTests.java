package com.targettoclose.chaos;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.targettoclose.chaos.Rep.Habits;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One node is ten minutes ahead, the other ten minutes behind: far more than a job's lock or a lease lasts. */
@Tag("chaos")
@DisplayName("nodes whose clocks differ")
class SkewedClockTests {

    private static final String[] CLOCKS = {"+10m", "-10m"};
    private static final int PIECES_OF_WORK = Integer.getInteger("chaos.skewed", 2_000);

    @TempDir
    Path folder;

    @Test
    @DisplayName("lose nothing, double nothing and leave nothing stuck")
    void skewed() throws Exception {
        assumeTrue(installed("faketime"), "no faketime on the PATH: apt-get install faketime");
        var faults = new Faults("Clocks twenty minutes apart");
        try (var installation = Installation.start(folder, "skewed", (number, launch) -> {
                    Installation.FOR_CHAOS.of(number, launch);
                    launch.under("env", "FAKETIME_DONT_FAKE_MONOTONIC=1", "faketime", "-f", CLOCKS[number]);
                });
                var force = new SalesForce(installation.ports(), Habits.BUSY, faults.seed())) {
            force.hire();
            force.work();
            force.awaitAttempts(PIECES_OF_WORK);
            installation.assertWhole(force);
        }
    }

    private static boolean installed(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(path -> Files.isExecutable(Path.of(path, program)));
    }
}
