package com.targettoclose.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Calls the application over HTTP as one user, by Basic authentication. */
public final class Http {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String BOUNDARY = "part-of-a-test";

    private final HttpClient client = HttpClient.newHttpClient();
    private final String base;
    private final String authorization;

    public Http(int port, String user, String password) {
        this.base = "http://127.0.0.1:" + port;
        this.authorization =
                "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /** What came back: the status, the body as JSON (an empty object where it is none), and the headers. */
    public record Answer(int status, JsonNode body, HttpResponse<String> response) {}

    public Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer post(String path, Object body) {
        return postText(path, text(body));
    }

    public Answer put(String path, Object body) {
        return send(request(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(text(body))));
    }

    /** Posts a body as it is. */
    public Answer postText(String path, String body) {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }

    /** Uploads a file to import; what is null is left out. */
    public Answer upload(String path, Path file, String mapping, String teams) {
        List<BodyPublisher> parts = new ArrayList<>();
        try {
            parts.add(part("file", file.getFileName().toString()));
            parts.add(BodyPublishers.ofFile(file));
        } catch (FileNotFoundException e) {
            throw new UncheckedIOException(e);
        }
        if (mapping != null) {
            parts.add(part("mapping", null));
            parts.add(BodyPublishers.ofString(mapping));
        }
        if (teams != null) {
            parts.add(part("teams", "teams.csv"));
            parts.add(BodyPublishers.ofString(teams));
        }
        parts.add(BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n"));
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.concat(parts.toArray(BodyPublisher[]::new))));
    }

    /** Posts fields and files, by name, as Modeler deploys. */
    public Answer multipart(String path, Map<String, String> fields, Map<String, String> files) {
        List<BodyPublisher> parts = new ArrayList<>();
        fields.forEach((name, value) -> {
            parts.add(part(name, null));
            parts.add(BodyPublishers.ofString(value));
        });
        files.forEach((name, content) -> {
            parts.add(part(name, name));
            parts.add(BodyPublishers.ofString(content));
        });
        parts.add(BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n"));
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.concat(parts.toArray(BodyPublisher[]::new))));
    }

    private static BodyPublisher part(String name, String fileName) {
        var file = fileName == null ? "" : "; filename=\"" + fileName + "\"";
        return BodyPublishers.ofString(
                "\r\n--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"" + file + "\r\n\r\n");
    }

    /** Whether it answers there, and well. */
    public boolean serves(String path) {
        try {
            return get(path).status() == HttpURLConnection.HTTP_OK;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).header("Authorization", authorization);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            var response = client.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), json(response.body()), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(String body) {
        try {
            return body.isBlank() ? JSON.createObjectNode() : JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return JSON.createObjectNode();
        }
    }

    private static String text(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
