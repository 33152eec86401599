package com.targettoclose.chaos;

import com.targettoclose.chaos.Rep.Habits;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fewer kills: {@code -Dchaos.kills=...}. */
@Tag("chaos")
@DisplayName("nodes that are killed under load, at random moments")
class KilledNodesTests {

    private static final int KILLS = Integer.getInteger("chaos.kills", 100);

    @TempDir
    Path folder;

    @Test
    @DisplayName("lose nothing, double nothing and leave nothing stuck")
    void killed() throws Exception {
        var faults = new Faults("Nodes killed " + KILLS + " times");
        try (var installation = Installation.start(folder, "killed", Installation.FOR_CHAOS);
                var force = new SalesForce(installation.ports(), Habits.BUSY, faults.seed())) {
            force.hire();
            force.work();
            for (int kill = 0; kill < KILLS; kill++) {
                faults.later(5);
                int victim = kill % 2;
                installation.killAndStart(victim);
                installation.node(victim).awaitReady();
            }
            installation.assertWhole(force);
        }
    }
}
