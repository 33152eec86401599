package com.targettoclose.testing;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server of a test's own, that it may end in any way and start again where it was. What it confirmed is on the
 * disk, as in production. User and password are {@link TestDatabase.Postgres#USER}.
 */
public final class PostgresServer implements AutoCloseable {

    private static final Duration LONG_ENOUGH = Duration.ofMinutes(2);
    private static final Logger LIBRARY = (Logger) LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final String USER = TestDatabase.Postgres.USER;

    private final Path data;
    private final Map<String, String> settings;
    private EmbeddedPostgres running;

    private PostgresServer(Path data, Map<String, String> settings, int port) throws IOException {
        this.data = data;
        this.settings = new TreeMap<>(settings);
        this.running = start(port);
    }

    /** Starts a server with its data in a folder: a new one where the folder is empty, and else the one it holds. */
    public static PostgresServer start(Path data) throws IOException {
        return new PostgresServer(data, Map.of(), Node.freePort());
    }

    /** Starts one with settings of its own; none may hold a space. */
    public static PostgresServer start(Path data, Map<String, String> settings) throws IOException {
        return new PostgresServer(data, settings, Node.freePort());
    }

    private EmbeddedPostgres start(int port) throws IOException {
        LIBRARY.setLevel(Level.WARN);
        var builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPort(port)
                .setPGStartupWait(LONG_ENOUGH)
                .setServerConfig("max_connections", "200")
                // the library's own default confirms what is in memory alone
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("fsync", "on");
        settings.forEach(builder::setServerConfig);
        return builder.start();
    }

    public int port() {
        return running.getPort();
    }

    /** The address of a database; it may not be there. */
    public String url(String database) {
        return running.getJdbcUrl(USER, database);
    }

    /** Connections to a database. */
    public DataSource database(String name) {
        return running.getDatabase(USER, name);
    }

    /** Makes a database, and says its address. */
    public String create(String database) throws SQLException {
        try (var connection = running.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + database);
        }
        return url(database);
    }

    /** Ends it at once, as a power cut would: what it has in memory alone is gone. */
    public void kill() throws IOException {
        long pid = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
        var postmaster = ProcessHandle.of(pid).orElseThrow();
        // its children see that it is gone and end too: pg_ctl stop -m immediate says the same to each
        assertThat(signal("QUIT", pid)).isZero();
        Awaitility.await("the end of the server").atMost(LONG_ENOUGH).until(() -> !postmaster.isAlive());
        // it would complain that the server it wants to stop has stopped
        LIBRARY.setLevel(Level.OFF);
        running.close();
    }

    /** After {@link #kill}: at the port where it was. */
    public void startAgain() throws IOException {
        running = start(running.getPort());
    }

    private static int signal(String name, long pid) throws IOException {
        try {
            return new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                    .start()
                    .waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        running.close();
    }
}
