package com.targettoclose.testing;

import com.targettoclose.TargetToCloseApplication;
import com.targettoclose.testing.TestDatabase.Postgres;
import java.io.File;
import java.io.IOException;
import java.net.BindException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** One node of the application: a process of its own, as it runs in production but for the sample's users. */
public final class Node implements AutoCloseable {

    private static final Duration LONG_ENOUGH = Duration.ofMinutes(5);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(250);
    private static final int PATIENCE = 5_000;
    /** Below those that systems give to connections. */
    private static final int FIRST_PORT = 20_000;

    private static final int PORTS = 12_000;
    /** {@code -Dnode.jar} names a packaged application to try instead of what was just compiled. */
    private static final @Nullable String PACKAGED = System.getProperty("node.jar");

    private static final Path LOGS = Path.of("target", "nodes");

    private final Process process;
    private final int port;

    private Node(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts a node on a database that others may share; it may not be ready yet. */
    public static Node start(String database, String name, String... settings) throws IOException {
        return on(database, name).with(settings).start();
    }

    /** A node to be started, on a PostgreSQL database that others may share; the user and its password are {@link Postgres#USER}. */
    public static Launch on(String database, String name) {
        return new Launch(name)
                .with(
                        "--spring.datasource.url=" + database,
                        "--spring.datasource.username=" + Postgres.USER,
                        "--spring.datasource.password=" + Postgres.USER);
    }

    /** How a node is started. */
    public static final class Launch {

        private final String name;
        private final List<String> before = new ArrayList<>();
        private final List<String> machine = new ArrayList<>(List.of("-Xmx512m"));
        private List<String> program = PACKAGED == null
                ? List.of("-cp", ShippedClassPath.get(), TargetToCloseApplication.class.getName())
                : List.of("-jar", PACKAGED);
        private final Map<String, String> settings = new LinkedHashMap<>();
        private int port;

        /** The name is its log's, in {@code target/nodes}. */
        public Launch(String name) {
            this.name = name;
            with("--spring.profiles.active=sample", "--t2c.ledger.key=" + SpringTest.LEDGER_KEY);
        }

        /** More arguments of the application, {@code --name=value}; of a setting named twice the last counts. */
        public Launch with(String... more) {
            for (var setting : more) {
                // the application would take both, with a comma between
                settings.put(setting.substring(0, setting.indexOf('=') + 1), setting);
            }
            return this;
        }

        /** More arguments of its Java machine. */
        public Launch machine(String... more) {
            machine.addAll(List.of(more));
            return this;
        }

        /** The port it serves at; a free one unless said. */
        public Launch at(int fixed) {
            port = fixed;
            return this;
        }

        /** A packaged application instead of the one that is tested. */
        public Launch jar(Path packaged) {
            program = List.of("-jar", packaged.toString());
            return this;
        }

        /** Another main class than the application's own: of all classes of tests the node sees that one and those inside it. */
        public Launch main(Class<?> program) throws IOException {
            this.program =
                    List.of("-cp", alone(program) + File.pathSeparator + ShippedClassPath.get(), program.getName());
            return this;
        }

        private static Path alone(Class<?> program) throws IOException {
            var folder = program.getPackageName().replace('.', '/');
            var classes = Path.of("target", "test-classes", folder);
            var copied = Files.createDirectories(Path.of("target", "programs", program.getSimpleName(), folder));
            try (var files = Files.newDirectoryStream(classes, program.getSimpleName() + "*.class")) {
                for (var file : files) {
                    Files.copy(file, copied.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
                }
            }
            return Path.of("target", "programs", program.getSimpleName());
        }

        /** What is run with the node as its argument, as {@code nsenter}. */
        public Launch under(String... command) {
            before.addAll(List.of(command));
            return this;
        }

        /** Starts it; it may not be ready yet. */
        public Node start() throws IOException {
            int serves = port == 0 ? freePort() : port;
            LOGS.toFile().mkdirs();
            List<String> command = new ArrayList<>(before);
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(machine);
            command.addAll(program);
            command.addAll(settings.values());
            command.add("--server.port=" + serves);
            var log = new File(LOGS.toFile(), name + ".log");
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                    .start();
            return new Node(process, serves);
        }
    }

    public int port() {
        return port;
    }

    /** The process it is, or the one it was started under. */
    public ProcessHandle process() {
        return process.toHandle();
    }

    public boolean alive() {
        return process.isAlive();
    }

    /** Whether it takes requests now. */
    public boolean ready() {
        return process.isAlive() && healthy();
    }

    private boolean healthy() {
        try {
            var asked = (HttpURLConnection) URI.create("http://127.0.0.1:" + port + "/actuator/health")
                    .toURL()
                    .openConnection();
            asked.setConnectTimeout(PATIENCE);
            asked.setReadTimeout(PATIENCE);
            return asked.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException e) {
            return false;
        }
    }

    /** Waits until it takes requests; fails where it has ended. */
    public Node awaitReady() {
        Awaitility.await("node at port " + port)
                .atMost(LONG_ENOUGH)
                .pollInterval(LOOK_AGAIN)
                .failFast("it has ended: see target/nodes", () -> !process.isAlive())
                .until(this::ready);
        return this;
    }

    /** Ends it as a power cut would. */
    public void kill() throws InterruptedException {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
    }

    /** Lets it end in its own time. */
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

    /** A port that nobody listens at, and that no connection is given while nobody does. */
    public static int freePort() throws IOException {
        while (true) {
            int port = FIRST_PORT + ThreadLocalRandom.current().nextInt(PORTS);
            try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (BindException e) {
                // somebody does: another one
            }
        }
    }
}
