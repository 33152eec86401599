package com.targettoclose.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import com.targettoclose.chaos.Rep.Habits;
import com.targettoclose.testing.Node;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@Tag("chaos")
@DisplayName("a disk that is full under the file database")
class FullDiskTests {

    private static final int DISK = 1_024;
    private static final int LEFT = 6;
    private static final int PIECES_OF_WORK = 300;
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(10);
    private static final String SETTINGS =
            ";LOCK_TIMEOUT=10000;DB_CLOSE_ON_EXIT=FALSE;QUERY_CACHE_SIZE=256;WRITE_DELAY=0;TRACE_LEVEL_FILE=0";

    @TempDir
    Path folder;

    @Test
    @DisplayName("costs nothing that was accepted, and work goes on once there is room")
    void full() throws Exception {
        var faults = new Faults("A full disk");
        var place = folder.resolve("disk");
        try (var disk = new SmallDisk(place, DISK)) {
            try (var node = start(disk, url(place));
                    var force = new SalesForce(List.of(node.port()), Habits.BUSY, faults.seed())) {
                force.hire();
                force.work();
                force.awaitAttempts(PIECES_OF_WORK);
                disk.fillUpTo(LEFT);
                Awaitility.await("a node that is not well").atMost(LONG_ENOUGH).until(() -> !node.ready());
                faults.later(20);
                assertThat(force.journal()).anyMatch(it -> it.status() >= 500);
                disk.empty();
                node.awaitReady();
                force.awaitMore(PIECES_OF_WORK);
                Aftermath.assertEverythingGoesOn(force);
                node.close();
                disk.copy("db.mv.db", folder);
                Reckoning.assertAsTold(new DriverManagerDataSource(url(folder), "sa", ""), force.journal());
            }
        }
    }

    private static String url(Path in) {
        return "jdbc:h2:file:" + in.resolve("db") + SETTINGS;
    }

    private static Node start(SmallDisk disk, String url) throws Exception {
        return new Node.Launch("full-disk")
                .under(disk.inside())
                .with(
                        "--spring.profiles.active=",
                        "--spring.datasource.url=" + url,
                        "--t2c.security.admin-password=" + SalesForce.PASSWORD)
                .start()
                .awaitReady();
    }
}
