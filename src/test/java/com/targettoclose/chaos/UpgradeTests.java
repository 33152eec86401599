package com.targettoclose.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.targettoclose.chaos.Rep.Habits;
import com.targettoclose.process.people.Group;
import com.targettoclose.testing.Http;
import com.targettoclose.testing.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The release before, at work on two nodes, gives way to this one, a node at a time. Its jar comes from
 * {@code -Dprevious.jar}.
 */
@Tag("chaos")
@DisplayName("a new release on the nodes of the one before, one after the other")
class UpgradeTests {

    private static final Path PREVIOUS = Path.of(System.getProperty("previous.jar", "none"));
    private static final int MORE = 300;
    private static final String LEADER = "chief";
    private static final String OPERATIONS = "keeper";
    private static final String OWNER = "designer";
    private static final String MAPPING = """
            {"columns": {"id": "id", "owner": "owner", "account": "account", "stage": "stage", "openedOn": "opened",
                         "closedOn": "closed", "value": "value"},
             "dateFormat": "yyyy-MM-dd", "currency": "USD", "roadmap": "target-to-close",
             "stages": {"Engaging": {"status": "open", "holds": ["time"]}, "Won": {"status": "won"}}}
            """;

    @TempDir
    Path folder;

    @Test
    @DisplayName("loses and doubles nothing, and its reports are what a fresh count gives")
    void rolling() throws Exception {
        assumeTrue(
                Files.exists(PREVIOUS),
                "No jar of the release before. Make one: git worktree add ../before TAG, there ./mvnw -DskipTests package;"
                        + " then say -Dprevious.jar=../before/target/target-to-close-VERSION.jar here.");
        var faults = new Faults("A new release");
        try (var installation = Installation.start(folder, "upgrade", UpgradeTests::before);
                var force = new SalesForce(installation.ports(), Habits.BUSY, faults.seed())) {
            force.hire();
            workOfOthers(force, installation.ports().get(0));
            force.work();
            force.awaitMore(MORE);
            installation.replace(0, Installation.FOR_CHAOS);
            force.awaitMore(MORE);
            installation.replace(1, UpgradeTests::before);
            force.awaitMore(MORE);
            installation.replace(1, Installation.FOR_CHAOS);
            force.awaitMore(MORE);
            installation.assertWhole(force);
            assertCountedAsAFreshCountWould(installation);
        }
    }

    private static void before(int number, Node.Launch launch) throws IOException {
        Installation.FOR_CHAOS.of(number, launch);
        launch.jar(PREVIOUS);
    }

    /** A waiver, deals that are imported, and a redesign that is held against the ledgers. */
    private void workOfOthers(SalesForce force, int port) throws IOException {
        force.hire(LEADER, Group.LEADER);
        force.hire(OPERATIONS, Group.OPERATIONS);
        force.hire(OWNER, Group.PROCESS_OWNER);
        var rep = as("seller1", port);
        require(rep.post("/api/opportunities", Map.of("id", "WAIVED", "account", "Ada", "owner", "seller1")), 201);
        var asked = rep.post(
                "/api/opportunities/WAIVED/waivers",
                Map.of("items", List.of("agenda-agreed"), "reason", "They will not plan"));
        require(asked, 201);
        var waiver = asked.response().headers().firstValue("Location").orElseThrow();
        var inAMonth = LocalDate.now(ZoneId.systemDefault()).plusMonths(1).toString();
        var granted = Map.of("decision", "granted", "reason", "It is small", "expiresOn", inAMonth);
        require(as(LEADER, port).post(waiver, granted), 200);
        var file = Files.writeString(folder.resolve("deals.csv"), """
                id,owner,account,stage,opened,closed,value
                IMPORTED-1,seller2,Harbour Tools,Engaging,2026-01-05,,9000
                IMPORTED-2,seller2,Mill and Sons,Won,2025-01-05,2025-03-05,7000
                """);
        require(as(OPERATIONS, port).upload("/api/imports", file, MAPPING, null), 202);
        var table = Map.of("exit-criteria.dmn", Files.readString(Path.of("bpmn", "exit-criteria.dmn")));
        require(as(OWNER, port).multipart("/api/replays", Map.of(), table), 202);
    }

    private static Http as(String user, int port) {
        return new Http(port, user, SalesForce.PASSWORD);
    }

    private static void require(Http.Answer answer, int status) {
        assertThat(answer.status()).as(answer.body()::toString).isEqualTo(status);
    }

    private static void assertCountedAsAFreshCountWould(Installation installation) throws Exception {
        var sql = JdbcClient.create(installation.database());
        assertThat(sql.sql("select count(*) from t2c_import where status <> 'finished'")
                        .query(Long.class)
                        .single())
                .isZero();
        var figures = figures(installation, sql);
        installation.node(1).close();
        installation.node(0).close();
        sql.sql("update t2c_report_feed set model_version = 0").update();
        installation.replace(0, Installation.FOR_CHAOS);
        assertThat(figures(installation, sql)).isEqualTo(figures);
    }

    /** The trust report, once it has read all. */
    private static JsonNode figures(Installation installation, JdbcClient sql) {
        Awaitility.await("the reports")
                .atMost(Duration.ofMinutes(5))
                .until(() -> sql.sql("select count(*) from t2c_opportunity where unreported = 1")
                                .query(Long.class)
                                .single()
                        == 0);
        var report = as(LEADER, installation.ports().get(0))
                .get("/api/reports/trust")
                .body();
        assertThat(report.at("/figures/process").isObject())
                .as(report::toString)
                .isTrue();
        assertThat(report.at("/figures/behind").asLong()).isZero();
        return ((ObjectNode) report.path("figures")).without(List.of("asOf"));
    }
}
