package com.targettoclose.docker;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands for a node behind the proxy: answers its name and keeps what it was asked. */
final class Node {

    /** Under this path it breaks the connection instead of answering. */
    static final String BREAK = "/break";

    /** What was asked, with how large a body. */
    record Asked(String method, String path, Map<String, List<String>> headers, long length) {}

    private final String name;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private HttpServer server;

    Node(String name) throws IOException {
        this.name = name;
        this.server = start(0);
    }

    String name() {
        return name;
    }

    int port() {
        return server.getAddress().getPort();
    }

    List<Asked> asked() {
        return List.copyOf(asked);
    }

    void stop() {
        server.stop(0);
    }

    /** Where it was before. */
    void startAgain() throws IOException {
        server = start(port());
    }

    private HttpServer start(int port) throws IOException {
        var started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        started.createContext("/", this::answer);
        started.start();
        return started;
    }

    private void answer(HttpExchange exchange) throws IOException {
        var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(exchange.getRequestHeaders());
        long length = exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
        asked.add(
                new Asked(exchange.getRequestMethod(), exchange.getRequestURI().getPath(), headers, length));
        if (!BREAK.equals(exchange.getRequestURI().getPath())) {
            var body = name.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }
}
