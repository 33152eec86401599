package com.targettoclose.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.targettoclose.docker.Node.Asked;
import java.net.CookieManager;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The real nginx before two nodes that stand for ours. Skipped where there is none: {@code apt-get install nginx-light}. */
@DisplayName("the proxy")
class ProxyTests {

    private static final int MEGABYTE = 1 << 20;

    @TempDir
    Path folder;

    private Node first;
    private Node second;
    private Node grafana;
    private RunningProxy proxy;

    @BeforeEach
    void start() throws Exception {
        RunningProxy.assumeInstalled();
        first = new Node("first");
        second = new Node("second");
        grafana = new Node("grafana");
        proxy = new RunningProxy(folder, first, second, grafana);
    }

    @AfterEach
    void stop() throws Exception {
        if (proxy != null) {
            proxy.close();
            Stream.of(first, second, grafana).forEach(Node::stop);
        }
    }

    @Test
    @DisplayName("answers over TLS and sends there whoever comes without")
    void tls() throws Exception {
        var answer = get(browser(), "/opportunities");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.sslSession())
                .hasValueSatisfying(session -> assertThat(session.getProtocol()).isIn("TLSv1.2", "TLSv1.3"));
        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
                .matches("node=[12]; Path=/; Secure; HttpOnly; SameSite=Lax");
        var plain = URI.create("http://localhost:" + proxy.plainPort() + "/opportunities?owner=rep1");
        var sent = browser().send(HttpRequest.newBuilder(plain).build(), BodyHandlers.ofString());
        assertThat(sent.statusCode()).isEqualTo(308);
        assertThat(sent.headers().firstValue("Location")).contains("https://localhost/opportunities?owner=rep1");
    }

    @Test
    @DisplayName("keeps a browser on one node, and spreads those that come from one address")
    void sticks() throws Exception {
        var nodes = new HashSet<String>();
        for (int i = 0; i < 4; i++) {
            var browser = browser();
            var node = get(browser, "/").body();
            nodes.add(node);
            for (int again = 0; again < 5; again++) {
                var answer = get(browser, "/");
                assertThat(answer.body()).isEqualTo(node);
                assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
            }
        }
        assertThat(nodes).containsExactlyInAnyOrder("first", "second");
    }

    @Test
    @DisplayName("asks the other node when one is gone, and stays there when it is back")
    void nodeGone() throws Exception {
        var browser = browser();
        var gone = node(get(browser, "/").body());
        gone.stop();
        assertThat(get(browser, "/").body()).isEqualTo(other(gone).name());
        assertThat(send(browser, post("/", "a talk")).body())
                .isEqualTo(other(gone).name());
        gone.startAgain();
        for (int again = 0; again < 5; again++) {
            assertThat(get(browser, "/").body()).isEqualTo(other(gone).name());
        }
    }

    @Test
    @DisplayName("sends a POST that reached a node to no other, and a GET to both")
    void repeats() throws Exception {
        assertThat(send(browser(), post(Node.BREAK, "a talk")).statusCode()).isEqualTo(502);
        assertThat(asked()).extracting(Asked::method).containsExactly("POST");
        assertThat(get(browser(), Node.BREAK).statusCode()).isEqualTo(502);
        assertThat(asked()).extracting(Asked::method).containsExactlyInAnyOrder("POST", "GET", "GET");
    }

    @Test
    @DisplayName("says itself who is asking and how, whatever the client says")
    void headers() throws Exception {
        var claims = List.of("X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Forwarded-Port");
        var hidden = List.of(
                "Forwarded", "X-Real-IP", "X-Forwarded-Prefix", "X-Forwarded-User", "X-Remote-User", "X-Forwarded-Ssl");
        var request = request("/");
        Stream.of(claims, hidden).flatMap(List::stream).forEach(name -> request.header(name, "203.0.113.9"));
        send(browser(), request);
        var headers = asked().get(0).headers();
        assertThat(headers.get("X-Forwarded-For")).containsExactly("127.0.0.1");
        assertThat(headers.get("X-Forwarded-Host")).containsExactly("localhost");
        assertThat(headers.get("X-Forwarded-Proto")).containsExactly("https");
        assertThat(headers.get("X-Forwarded-Port")).containsExactly("443");
        assertThat(headers).doesNotContainKeys(hidden.toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator",
                "/actuator/health",
                "/actuator/prometheus",
                "//actuator/info",
                "/x/../actuator/info",
                "/%61ctuator/info",
                "/actuator;x=1/info"
            })
    @DisplayName("lets nobody outside ask for health and metrics")
    void actuator(String path) throws Exception {
        assertThat(raw("localhost", path)).startsWith("HTTP/1.1 404");
        assertThat(asked()).isEmpty();
    }

    @Test
    @DisplayName("takes large files where exports of a CRM come, and nowhere else")
    void sizes() throws Exception {
        var large = BodyPublishers.ofByteArray(new byte[12 * MEGABYTE]);
        assertThat(send(browser(), request("/api/imports").POST(large)).statusCode())
                .isEqualTo(200);
        assertThat(asked()).extracting(Asked::length).containsExactly(12L * MEGABYTE);
        assertThat(raw("localhost", "/api/opportunities", "Content-Length: " + 12 * MEGABYTE))
                .startsWith("HTTP/1.1 413");
        assertThat(asked()).hasSize(1);
    }

    @Test
    @DisplayName("gives a client's page no cookie, and writes down neither its address nor a query")
    void recaps() throws Exception {
        var answer = get(browser(), "/recaps/the-token-of-a-client");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        get(browser(), "/login?code=of-a-login-service");
        proxy.close();
        assertThat(proxy.log())
                .contains("GET /recaps/- 200", "GET /login 200")
                .doesNotContain("the-token-of-a-client", "of-a-login-service");
    }

    @Test
    @DisplayName("leads to Grafana under a name of its own, and not to its metrics")
    void watch() throws Exception {
        assertThat(raw("watch.localhost", "/")).startsWith("HTTP/1.1 200").endsWith("grafana");
        assertThat(raw("watch.localhost", "/metrics")).startsWith("HTTP/1.1 404");
        assertThat(grafana.asked()).hasSize(1);
        assertThat(asked()).isEmpty();
    }

    /** With cookies of its own. */
    private HttpClient browser() throws Exception {
        return HttpClient.newBuilder()
                .sslContext(proxy.trust())
                .cookieHandler(new CookieManager())
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("https://localhost:" + proxy.tlsPort() + path));
    }

    private HttpRequest.Builder post(String path, String body) {
        return request(path).POST(BodyPublishers.ofString(body));
    }

    private HttpResponse<String> get(HttpClient browser, String path) throws Exception {
        return send(browser, request(path));
    }

    private static HttpResponse<String> send(HttpClient browser, HttpRequest.Builder request) throws Exception {
        return browser.send(request.build(), BodyHandlers.ofString());
    }

    /** Sends a path as it stands there, which a client would set right. */
    private String raw(String host, String path, String... headers) throws Exception {
        var lines = new ArrayList<>(List.of("GET " + path + " HTTP/1.1", "Host: " + host, "Connection: close"));
        lines.addAll(List.of(headers));
        try (var socket = new Socket("localhost", proxy.tlsPort());
                var tls = (SSLSocket)
                        proxy.trust().getSocketFactory().createSocket(socket, host, proxy.tlsPort(), true)) {
            tls.getOutputStream().write((String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            return new String(tls.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private List<Asked> asked() {
        return Stream.of(first, second).flatMap(node -> node.asked().stream()).toList();
    }

    private Node node(String name) {
        return name.equals(first.name()) ? first : second;
    }

    private Node other(Node node) {
        return node == first ? second : first;
    }
}
