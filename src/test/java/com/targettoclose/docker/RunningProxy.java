package com.targettoclose.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * The nginx of this machine with the configuration that ships. Addresses, ports, paths and the certificate are others,
 * and nothing else is.
 */
public final class RunningProxy implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(20);
    private static final String PASSWORD = "only-for-tests";

    private final Path folder;
    private final int tls = freePort();
    private final int plain = freePort();
    private final KeyStore keys;
    private final Process process;

    RunningProxy(Path folder, Node first, Node second, Node grafana) throws Exception {
        this(folder, first.port(), second.port(), grafana.port());
    }

    /** Starts it before what serves at these ports of this machine; its files go into a folder. */
    public RunningProxy(Path folder, int first, int second, int grafana) throws Exception {
        this.folder = folder;
        keys = makeCertificate();
        var config = Files.writeString(folder.resolve("nginx.conf"), configuration(first, second, grafana));
        process = new ProcessBuilder(program().toString(), "-c", config.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        awaitStart();
    }

    /** Skips the test where there is none. {@code apt-get install nginx-light} brings one. */
    public static void assumeInstalled() {
        assumeTrue(program() != null, "no nginx on the PATH: apt-get install nginx-light");
    }

    /** Where it takes requests over TLS. */
    public int tlsPort() {
        return tls;
    }

    int plainPort() {
        return plain;
    }

    /** What it wrote, requests and errors. */
    public String log() throws IOException {
        return Files.readString(folder.resolve("log"));
    }

    /** Trusts its certificate and no other. */
    SSLContext trust() throws Exception {
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        var trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("proxy", keys.getCertificate("proxy"));
        managers.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(START.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    private String configuration(int first, int second, int grafana) throws IOException {
        var swaps = new LinkedHashMap<String, String>();
        // first: the folder may be in /tmp itself
        swaps.put(" /tmp/", " " + folder + "/");
        swaps.put("172.30.77.11:8080", "127.0.0.1:" + first);
        swaps.put("172.30.77.12:8080", "127.0.0.1:" + second);
        swaps.put("172\\.30\\.77\\.11:8080", "127\\.0\\.0\\.1:" + first);
        swaps.put("172\\.30\\.77\\.12:8080", "127\\.0\\.0\\.1:" + second);
        swaps.put("172.30.78.20:3000", "127.0.0.1:" + grafana);
        swaps.put("listen 127.0.0.1:8081", "listen 127.0.0.1:" + freePort());
        swaps.put("listen 8080", "listen 127.0.0.1:" + plain);
        swaps.put("listen 8443", "listen 127.0.0.1:" + tls);
        swaps.put("/etc/certificates", folder.toString());
        var config = ComposeFile.read("proxy/nginx.conf");
        for (Map.Entry<String, String> swap : swaps.entrySet()) {
            assertThat(config).contains(swap.getKey());
            config = config.replace(swap.getKey(), swap.getValue());
        }
        return asThisUser() + config;
    }

    /** Root's workers would be another user, who may not write into a test's folder. */
    private static String asThisUser() {
        return "root".equals(System.getProperty("user.name")) ? "user root;\n" : "";
    }

    private KeyStore makeCertificate() throws Exception {
        var store = folder.resolve("keys.p12");
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var made = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "proxy",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost,dns:watch.localhost",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        store.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start()
                .waitFor();
        assertThat(made).isZero();
        var read = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
        pem("fullchain.pem", "CERTIFICATE", read.getCertificate("proxy").getEncoded());
        pem(
                "privkey.pem",
                "PRIVATE KEY",
                read.getKey("proxy", PASSWORD.toCharArray()).getEncoded());
        return read;
    }

    private void pem(String file, String what, byte[] bytes) throws IOException {
        var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        Files.writeString(
                folder.resolve(file), "-----BEGIN " + what + "-----\n" + lines + "\n-----END " + what + "-----\n");
    }

    private void awaitStart() throws IOException {
        long end = System.nanoTime() + START.toNanos();
        while (!listens()) {
            assertThat(process.isAlive() && System.nanoTime() < end)
                    .as("nginx started: %s", log())
                    .isTrue();
            Thread.onSpinWait();
        }
    }

    private boolean listens() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), tls)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static Path program() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator), new String[] {"/usr/sbin"})
                .flatMap(Stream::of)
                .map(folder -> Path.of(folder, "nginx"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
