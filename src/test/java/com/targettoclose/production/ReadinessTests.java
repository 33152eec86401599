package com.targettoclose.production;

import static org.assertj.core.api.Assertions.assertThat;

import com.targettoclose.testing.Http;
import com.targettoclose.testing.Node;
import com.targettoclose.testing.PostgresServer;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("chaos")
@DisplayName("a node whose database is away")
class ReadinessTests {

    @TempDir
    private Path data;

    @Test
    @DisplayName("is sent no requests, is not restarted, and goes on by itself when the database is there again")
    void away() throws Exception {
        try (var server = PostgresServer.start(data);
                var node = Node.on(server.create("t2c"), "readiness")
                        .with(ColdStartTests.PRODUCTION)
                        .start()
                        .awaitReady()) {
            assertThat(says(node, "readiness")).isEqualTo(200);
            server.kill();
            assertThat(says(node, "readiness")).isEqualTo(503);
            assertThat(says(node, "liveness")).isEqualTo(200);
            server.startAgain();
            Awaitility.await("the node").atMost(Duration.ofMinutes(2)).until(() -> says(node, "readiness") == 200);
            assertThat(new Http(node.port(), "admin", ColdStartTests.ADMIN).serves("/api/audit"))
                    .isTrue();
        }
    }

    /** As a probe asks: who signs in needs the database. */
    private static int says(Node node, String group) throws IOException {
        var asked = (HttpURLConnection) URI.create("http://127.0.0.1:" + node.port() + "/actuator/health/" + group)
                .toURL()
                .openConnection();
        return asked.getResponseCode();
    }
}
