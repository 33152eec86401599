package com.targettoclose.chaos;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

/** One user's program: asks a node, and another one only where nobody listens at the first. */
final class Client {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final HttpClient http;
    private final List<Integer> ports;
    private final String authorization;

    Client(HttpClient http, List<Integer> ports, String user, String password) {
        this.http = http;
        this.ports = ports;
        this.authorization =
                "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * What came back.
     *
     * @param status 0 where no answer came
     * @param body an empty object where it is no JSON
     * @param nanos how long that took
     */
    record Reply(int status, JsonNode body, long nanos) {}

    Reply get(String path) {
        return send(0, "GET", path, null);
    }

    Reply post(String path, Object body) {
        return send(0, "POST", path, body);
    }

    Reply put(String path, Object body) {
        return send(0, "PUT", path, body);
    }

    /** Asks the nodes in turn, beginning with one of them. */
    Reply send(int first, String method, String path, Object body) {
        long start = System.nanoTime();
        for (int n = 0; n < ports.size(); n++) {
            try {
                var answer = send(request(ports.get((first + n) % ports.size()), method, path, body));
                return new Reply(answer.statusCode(), json(answer.body()), System.nanoTime() - start);
            } catch (ConnectException e) {
                // nobody listens there: nothing was sent
            } catch (IOException e) {
                break;
            }
        }
        return new Reply(0, JSON.createObjectNode(), System.nanoTime() - start);
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private HttpRequest request(int port, String method, String path, Object body) throws JsonProcessingException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(PATIENCE)
                .header("Authorization", authorization);
        return body == null
                ? request.method(method, BodyPublishers.noBody()).build()
                : request.header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body)))
                        .build();
    }

    private static JsonNode json(String body) {
        try {
            return body.isBlank() ? JSON.createObjectNode() : JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return JSON.createObjectNode();
        }
    }
}
