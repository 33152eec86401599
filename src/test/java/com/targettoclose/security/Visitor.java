package com.targettoclose.security;

import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClient;

/** Somebody at the door: a program with Basic authentication, or a person with a browser that keeps cookies. */
public final class Visitor {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager();
    private final RestClient http;

    private Visitor(int port, String user, String password) {
        var client = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        http = RestClient.builder()
                .requestFactory(new JdkClientHttpRequestFactory(client))
                .baseUrl("http://localhost:" + port)
                .defaultStatusHandler(status -> true, (request, response) -> {})
                .defaultHeaders(headers -> {
                    if (user != null) {
                        headers.setBasicAuth(user, password);
                    }
                })
                .build();
    }

    /** Who did not sign in. */
    public static Visitor nobody(int port) {
        return new Visitor(port, null, null);
    }

    /** A program that sends a password along. */
    public static Visitor program(int port, String user, String password) {
        return new Visitor(port, user, password);
    }

    /** Somebody who signed in by the login form, as far as that let them. */
    public static Visitor person(int port, String user, String password) {
        var person = nobody(port);
        person.signIn(user, password);
        return person;
    }

    /** Fills in the login form, and says where it leads. */
    public String signIn(String user, String password) {
        var form = form(Map.of("username", user, "password", password, "_csrf", csrf()));
        return String.valueOf(
                send(HttpMethod.POST, "/login", form, Map.of()).getHeaders().getLocation());
    }

    String csrf() {
        return csrfIn(get("/login").getBody());
    }

    /** The token of a page's form. */
    public static String csrfIn(String page) {
        var token = CSRF.matcher(page);
        if (!token.find()) {
            throw new AssertionError("The form carries no token: " + page);
        }
        return token.group(1);
    }

    /** Reads a page; what leads on is not followed. */
    public ResponseEntity<String> get(String path) {
        return send(HttpMethod.GET, path, null, Map.of());
    }

    /** Sends nothing but the request itself. */
    public ResponseEntity<String> send(String method, String path) {
        return send(HttpMethod.valueOf(method), path, null, Map.of());
    }

    /** Sends a body, JSON where it says nothing else. */
    public ResponseEntity<String> send(HttpMethod method, String path, Object body, Map<String, String> headers) {
        var request = http.method(method).uri(path).headers(all -> headers.forEach(all::add));
        if (body instanceof HttpEntity<?> entity) {
            request.headers(all -> all.addAll(entity.getHeaders()));
            request.body(entity.getBody());
        } else if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).body(body);
        }
        return request.retrieve().toEntity(String.class);
    }

    /** What the webapps send along, so that the call counts as theirs. */
    Map<String, String> webappToken() {
        return Map.of("X-XSRF-TOKEN", cookie("XSRF-TOKEN"));
    }

    String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    /** The fields of a form, as a browser sends them. */
    public static HttpEntity<MultiValueMap<String, String>> form(Map<String, String> fields) {
        var form = new LinkedMultiValueMap<String, String>();
        fields.forEach((name, value) -> form.put(name, List.of(value)));
        var headers = new org.springframework.http.HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_FORM_URLENCODED);
        return new HttpEntity<>(form, headers);
    }
}
