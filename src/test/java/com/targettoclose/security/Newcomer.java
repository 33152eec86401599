package com.targettoclose.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Somebody with a browser that follows where it is led, to the login service and back. The two are told apart by the names
 * of this machine: cookies know no ports.
 */
final class Newcomer {

    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.ALWAYS)
            .build();
    private final String application;
    private final Issuer issuer;
    private String answer = "";

    Newcomer(int port, Issuer issuer) {
        this.application = "http://localhost:" + port;
        this.issuer = issuer;
    }

    /** Opens the application, signs in where that leads, and says where it all ends. */
    HttpResponse<String> signIn(String user) {
        var form = get("/camunda/app/tasklist/default/");
        if (!form.uri().toString().startsWith(issuer.address() + "/login")) {
            throw new AssertionError("Not led to the login service but to " + form.uri());
        }
        var filledIn = Map.of("username", user, "password", Issuer.PASSWORD, "_csrf", Visitor.csrfIn(form.body()));
        var page = post(issuer.address() + "/login", filledIn);
        for (var step = Optional.of(page); step.isPresent(); step = step.get().previousResponse()) {
            var uri = step.get().uri();
            if (uri.getPath().startsWith("/login/oauth2/code/")) {
                answer = uri.getRawPath() + "?" + uri.getRawQuery();
            }
        }
        return page;
    }

    /** What the login service sent back with this person: path and query. */
    String answer() {
        return answer;
    }

    HttpResponse<String> signOut() {
        var token = Visitor.csrfIn(get("/logout").body());
        return post(application + "/logout", Map.of("_csrf", token));
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(application + path)));
    }

    private HttpResponse<String> post(String address, Map<String, String> form) {
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.header("Accept", "text/html,*/*").build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
