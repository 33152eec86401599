package com.targettoclose.attack;

import com.targettoclose.TargetToCloseApplication;
import com.targettoclose.testing.ShippedClassPath;
import com.targettoclose.testing.SpringTest;
import com.targettoclose.testing.TestDatabase.Postgres;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** One node of the application: a process of its own, as it runs in production but for the sample's users. */
final class Node implements AutoCloseable {

    private static final Duration LONG_ENOUGH = Duration.ofMinutes(5);
    private static final Path LOGS = Path.of("target", "nodes");

    private final Process process;
    private final int port;

    private Node(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts a node on a database that others may share; it may not be ready yet. */
    static Node start(String database, String name, String... settings) throws IOException {
        int port = freePort();
        LOGS.toFile().mkdirs();
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                ShippedClassPath.get(),
                TargetToCloseApplication.class.getName(),
                "--spring.profiles.active=sample",
                "--spring.datasource.url=" + database,
                "--spring.datasource.username=" + Postgres.USER,
                "--spring.datasource.password=" + Postgres.USER,
                "--t2c.ledger.key=" + SpringTest.LEDGER_KEY,
                "--server.port=" + port));
        command.addAll(List.of(settings));
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(new File(LOGS.toFile(), name + ".log"));
        return new Node(builder.start(), port);
    }

    int port() {
        return port;
    }

    Node awaitReady() {
        Awaitility.await("node at port " + port)
                .atMost(LONG_ENOUGH)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> process.isAlive()
                        && Wire.send(port, "GET", "/actuator/health", List.of(), new byte[0])
                                        .status()
                                == 200);
        return this;
    }

    /** Ends it as a power cut would. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
