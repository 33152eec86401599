package com.targettoclose.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import com.targettoclose.process.people.Group;
import com.targettoclose.testing.Node;
import com.targettoclose.testing.PostgresServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two nodes, as production has them, on a PostgreSQL server of their own. */
final class Installation implements AutoCloseable {

    /** How long a job stays with a node that ended: much shorter than in production, so that a test sees it taken over. */
    static final Duration LOCK = Duration.ofSeconds(10);

    private static final Duration LONG_ENOUGH = Duration.ofMinutes(10);
    private static final String DATABASE = "t2c";
    private static final String LEADER = "leader";
    private static final String OPERATIONS = "operations";
    private static final String DUE = "select count(*) from act_ru_job where retries_ > 0 and"
            + " (duedate_ is null or duedate_ <= current_timestamp)";

    private final PostgresServer server;
    private final List<Node.Launch> launches = new ArrayList<>();
    private final List<Node> nodes = new ArrayList<>();

    /** How a node differs from the other. */
    @FunctionalInterface
    interface Change {

        /** Changes how a node, 0 or 1, is started. */
        void of(int number, Node.Launch launch) throws IOException;
    }

    private Installation(Path folder) throws IOException {
        this.server = PostgresServer.start(folder.resolve("database"));
    }

    /** Starts a database and both nodes, one after the other, and the users that look after them. */
    static Installation start(Path folder, String name, Change change) throws Exception {
        var installation = new Installation(folder);
        var url = installation.server.create(DATABASE);
        for (int n = 0; n < 2; n++) {
            var launch = production(url, name + "-" + n).at(Node.freePort());
            change.of(n, launch);
            installation.launches.add(launch);
            installation.nodes.add(launch.start().awaitReady());
        }
        return installation;
    }

    /** A node with the settings of production. */
    static Node.Launch production(String url, String name) {
        return Node.on(url, name)
                .machine("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
                .with(
                        "--spring.profiles.active=production",
                        "--server.servlet.session.cookie.secure=true",
                        "--server.tomcat.remoteip.internal-proxies=127\\.0\\.0\\.9",
                        "--t2c.security.admin-password=" + SalesForce.PASSWORD,
                        "--camunda.bpm.job-execution.lock-time-in-millis=" + LOCK.toMillis(),
                        "--logging.structured.format.console=");
    }

    List<Integer> ports() {
        return nodes.stream().map(Node::port).toList();
    }

    PostgresServer server() {
        return server;
    }

    DataSource database() {
        return server.database(DATABASE);
    }

    Node node(int number) {
        return nodes.get(number);
    }

    /** Ends a node as a power cut would, and starts it again; it may not be ready yet. */
    void killAndStart(int number) throws Exception {
        nodes.get(number).kill();
        nodes.set(number, launches.get(number).start());
    }

    /** From its next start on a node reaches the database at another port: it is started there. */
    void reach(int number, int port) throws Exception {
        var url = server.url(DATABASE).replace(":" + server.port() + "/", ":" + port + "/");
        // in seconds: in production it is minutes
        launches.get(number).with("--spring.datasource.url=" + url).with("--T2C_STATEMENT_LIMIT=20");
        killAndStart(number);
        node(number).awaitReady();
    }

    void awaitReady() {
        nodes.forEach(Node::awaitReady);
    }

    /** Takes every deal to its end and fails where anything is lost, doubled, stuck or not as clients were told. */
    void assertWhole(SalesForce force) throws Exception {
        force.rest();
        awaitReady();
        force.hire(LEADER, Group.LEADER);
        force.hire(OPERATIONS, Group.OPERATIONS);
        int retried = retry(force.as(OPERATIONS));
        assertThat(force.finish()).as("stuck").isEmpty();
        var sql = JdbcClient.create(database());
        Awaitility.await("every job that is due")
                .atMost(LONG_ENOUGH)
                .until(() -> sql.sql(DUE).query(Long.class).single() == 0);
        retried += retry(force.as(OPERATIONS));
        var reckoning = new Reckoning(database(), force.journal());
        System.out.println(reckoning.figures() + "; " + retried + " jobs retried");
        assertThat(reckoning.faults()).isEmpty();
        var broken = brokenChains(force.as(LEADER));
        assertThat(broken).as("chains that do not hold").isEmpty();
    }

    private static int retry(Client operations) {
        int retried = 0;
        for (var job : operations.get("/engine-rest/job?noRetriesLeft=true").body()) {
            var path = "/engine-rest/job/" + job.path("id").asText() + "/retries";
            assertThat(operations.put(path, Map.of("retries", 1)).status()).isEqualTo(204);
            retried++;
        }
        return retried;
    }

    private List<String> brokenChains(Client leader) {
        return JdbcClient.create(database()).sql("select id from t2c_opportunity").query(String.class).list().stream()
                .filter(id -> !leader.get("/api/opportunities/" + id + "/ledger")
                        .body()
                        .path("chainHolds")
                        .asBoolean())
                .toList();
    }

    @Override
    public void close() throws IOException {
        nodes.forEach(Node::close);
        server.close();
    }
}
