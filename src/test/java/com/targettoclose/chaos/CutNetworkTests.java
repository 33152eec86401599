package com.targettoclose.chaos;

import com.targettoclose.chaos.Rep.Habits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fewer cuts: {@code -Dchaos.cuts=...}. */
@Tag("chaos")
@DisplayName("a network that is cut between a node and its database")
class CutNetworkTests {

    private static final int CUTS = Integer.getInteger("chaos.cuts", 20);

    @TempDir
    Path folder;

    private final List<Cable> cables = new ArrayList<>();

    @Test
    @DisplayName("loses nothing, and the node goes on by itself once it is there again")
    void cut() throws Exception {
        var faults = new Faults("The network cut " + CUTS + " times");
        try (var installation = Installation.start(folder, "cut", Installation.FOR_CHAOS);
                var force = new SalesForce(installation.ports(), Habits.BUSY, faults.seed())) {
            force.hire();
            layCables(installation);
            force.work();
            for (int cut = 0; cut < CUTS; cut++) {
                faults.later(10);
                breakOne(cables.get(cut % 2), faults);
                installation.awaitReady();
            }
            installation.assertWhole(force);
        }
    }

    private void layCables(Installation installation) throws Exception {
        for (int n = 0; n < 2; n++) {
            var cable = new Cable(installation.server().port());
            cables.add(cable);
            installation.reach(n, cable.port());
        }
    }

    private static void breakOne(Cable cable, Faults faults) {
        if (faults.either()) {
            cable.silence();
        } else {
            cable.cut();
            faults.later(5);
            cable.mend();
        }
    }

    @AfterEach
    void putAway() throws IOException {
        for (var cable : cables) {
            cable.close();
        }
    }
}
