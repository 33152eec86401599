package com.targettoclose.attack;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A person at a door, let in as far as their rights go: what the attacks are sent by. */
final class Intruder {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final String TOKEN = "XSRF-TOKEN";

    private final int port;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final Map<String, String> credentials = new LinkedHashMap<>();

    private Intruder(int port) {
        this.port = port;
    }

    static Intruder at(Door door, Person person, int port) {
        var intruder = new Intruder(port);
        if (person != Person.NOBODY) {
            if (door == Door.REST) {
                intruder.credentials.put("Authorization", basic(person.user(), Person.PASSWORD));
            } else {
                intruder.signIn(person.user(), Person.PASSWORD);
            }
        }
        return intruder;
    }

    static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /** Signs in by the form, and opens Tasklist, which hands out the token against forged requests. */
    void signIn(String user, String password) {
        var token = CSRF.matcher(send("GET", "/login", Map.of(), Body.NONE).body());
        if (!token.find()) {
            throw new AssertionError("The login form carries no token.");
        }
        var form = "username=" + user + "&password=" + password + "&_csrf=" + token.group(1);
        send("POST", "/login", Map.of(), Body.text("application/x-www-form-urlencoded", form));
        send("GET", "/camunda/app/tasklist/default/", Map.of(), Body.NONE);
    }

    /** Sends a request; what it names wins over what the door needs, and an empty value leaves that away. */
    Reply send(String method, String path, Map<String, String> named, Body body) {
        List<Entry<String, String>> headers = new ArrayList<>();
        own().forEach((name, value) -> {
            if (!named.containsKey(name)) {
                headers.add(Map.entry(name, value));
            }
        });
        named.forEach((name, value) -> {
            if (!value.isEmpty()) {
                headers.add(Map.entry(name, value));
            }
        });
        if (!body.type().isEmpty() && !named.containsKey("Content-Type")) {
            headers.add(Map.entry("Content-Type", body.type()));
        }
        var reply = Wire.send(port, method, path, headers, body.bytes());
        reply.header("Set-Cookie").forEach(this::keep);
        return reply;
    }

    Reply get(String path) {
        return send("GET", path, Map.of(), Body.NONE);
    }

    Reply post(String path, String json) {
        return send("POST", path, Map.of(), Body.json(json));
    }

    String cookie(String name) {
        return cookies.getOrDefault(name, "");
    }

    /** All cookies, as they are sent. */
    String cookies() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    private Map<String, String> own() {
        Map<String, String> own = new LinkedHashMap<>(credentials);
        if (!cookies.isEmpty()) {
            own.put("Cookie", cookies());
        }
        if (cookies.containsKey(TOKEN)) {
            own.put("X-XSRF-TOKEN", cookies.get(TOKEN));
        }
        return own;
    }

    private void keep(String cookie) {
        var pair = cookie.split(";", 2)[0].split("=", 2);
        if (cookie.contains("Max-Age=0") || pair.length < 2 || pair[1].isEmpty()) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }
}
