package com.targettoclose.chaos;

import com.targettoclose.testing.Node;
import com.targettoclose.testing.PostgresServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Two nodes, as production has them, on a PostgreSQL server of their own. */
final class Installation implements AutoCloseable {

    /** A start as short as can be, and jobs that stay with a node that ended for seconds, where it is minutes in production. */
    static final Change FOR_CHAOS = (number, launch) -> launch.machine("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
            .with("--camunda.bpm.job-execution.lock-time-in-millis=10000");

    private static final String DATABASE = "t2c";

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

    /** Lets a node end in its own time, starts another one where it was, and waits until that takes requests. */
    void replace(int number, Change change) throws IOException {
        var node = nodes.get(number);
        node.close();
        var launch = production(server.url(DATABASE), "another-" + number).at(node.port());
        change.of(number, launch);
        launches.set(number, launch);
        nodes.set(number, launch.start().awaitReady());
    }

    /** A node with the settings of production. */
    static Node.Launch production(String url, String name) {
        return Node.on(url, name)
                .with(
                        "--spring.profiles.active=production",
                        "--server.servlet.session.cookie.secure=true",
                        "--server.tomcat.remoteip.internal-proxies=127\\.0\\.0\\.9",
                        "--t2c.security.admin-password=" + SalesForce.PASSWORD,
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
        awaitReady();
        Aftermath.assertEverythingGoesOn(force);
        Reckoning.assertAsTold(database(), force.journal());
    }

    @Override
    public void close() throws IOException {
        nodes.forEach(Node::close);
        server.close();
    }
}
