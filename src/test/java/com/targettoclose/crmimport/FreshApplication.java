package com.targettoclose.crmimport;

import com.targettoclose.TargetToCloseApplication;
import com.targettoclose.testing.Http;
import com.targettoclose.testing.ShippedClassPath;
import com.targettoclose.testing.SpringTest;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.awaitility.core.TerminalFailureException;

/** The application as it ships, just started, in a JVM of its own and on H2 in a file. */
final class FreshApplication implements AutoCloseable {

    private static final String HEAP = "-Xmx512m";
    private static final Duration LONGEST_START = Duration.ofMinutes(5);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    private final Process process;
    private final Http http;

    private FreshApplication(Process process, int port) {
        this.process = process;
        this.http = new Http(port, "admin", SpringTest.ADMIN_PASSWORD);
    }

    /** Starts it with its data and its log in a directory, and waits until it serves. */
    static FreshApplication start(Path directory) throws IOException, InterruptedException {
        int port = freePort();
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-cp",
                ShippedClassPath.get(),
                TargetToCloseApplication.class.getName(),
                "--spring.datasource.url=jdbc:h2:file:" + directory.resolve("db")
                        + ";LOCK_TIMEOUT=10000;DB_CLOSE_ON_EXIT=FALSE;QUERY_CACHE_SIZE=256;WRITE_DELAY=0;TRACE_LEVEL_FILE=0",
                "--t2c.ledger.key=" + SpringTest.LEDGER_KEY,
                "--server.port=" + port);
        builder.environment().put("T2C_ADMIN_PASSWORD", SpringTest.ADMIN_PASSWORD);
        var log = directory.resolve("log").toFile();
        var application = new FreshApplication(
                builder.redirectErrorStream(true).redirectOutput(log).start(), port);
        application.awaitServing(log);
        return application;
    }

    Http http() {
        return http;
    }

    /** What all its threads have used of the processors so far. */
    Duration busy() {
        return process.toHandle().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void awaitServing(File log) throws IOException, InterruptedException {
        try {
            Awaitility.await("the application")
                    .atMost(LONGEST_START)
                    .pollInterval(LOOK_AGAIN)
                    .failFast(() -> !process.isAlive())
                    .until(() -> http.serves("/actuator/health"));
        } catch (ConditionTimeoutException | TerminalFailureException e) {
            close();
            throw new IllegalStateException("It does not start:\n" + Files.readString(log.toPath()), e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            process.destroyForcibly().waitFor();
        }
    }
}
