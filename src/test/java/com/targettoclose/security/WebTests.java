package com.targettoclose.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.targettoclose.testing.OnH2;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.test.context.ActiveProfiles;

/** What a browser is told, what it is not let send, and what becomes of requests that are too large or odd. */
@OnH2
@ActiveProfiles("sample")
class WebTests {

    private static final String DEMO = RawHttp.basic("rep1", SampleUsers.PASSWORD);
    private static final String OTHER_SITE = "Sec-Fetch-Site: cross-site";

    @LocalServerPort
    int port;

    @Autowired
    NamedInTable named;

    private RawHttp raw;

    @BeforeEach
    void speakHttp() {
        raw = new RawHttp(port);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/login",
                "/api/opportunities",
                "/engine-rest/task",
                "/camunda/app/tasklist/default/",
                "/camunda/lib/deps.js",
                "/nothing"
            })
    void everyAnswerTellsBrowsersWhatNotToDo(String path) {
        var answer = raw.send("GET " + path, DEMO);
        assertThat(answer.header("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(answer.header("Referrer-Policy")).containsExactly("same-origin");
        assertThat(answer.header("Cross-Origin-Resource-Policy")).containsExactly("same-origin");
        assertThat(answer.header("Permissions-Policy")).hasSize(1);
        assertThat(answer.header("Content-Security-Policy"))
                .singleElement()
                .satisfies(policy -> assertThat(policy).contains("frame-ancestors 'none'", "default-src 'none'"));
        assertThat(answer.header("Server")).isEmpty();
        assertThat(answer.header("X-Powered-By")).isEmpty();
        assertThat(answer.header("Strict-Transport-Security"))
                .as("only over TLS")
                .isEmpty();
    }

    @Test
    void theWebappsRunScriptsOfTheirOwnOnly() {
        var tasklist = Visitor.person(port, "rep1", SampleUsers.PASSWORD).get("/camunda/app/tasklist/default/");
        assertThat(tasklist.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(tasklist.getHeaders().get("Content-Security-Policy"))
                .singleElement()
                .satisfies(policy -> {
                    assertThat(policy).matches(".*script-src 'nonce-[^']+' 'strict-dynamic' 'unsafe-eval';.*");
                    assertThat(policy)
                            .contains("frame-ancestors 'none'", "object-src 'none'", "base-uri 'self'", "sandbox");
                });
    }

    @Test
    void tlsIsBelievedOfTheProxyAlone() {
        var https = "X-Forwarded-Proto: https";
        var proxied = raw.sendFrom("127.0.0.9", "GET /login", https);
        assertThat(proxied.header("Strict-Transport-Security")).containsExactly("max-age=31536000 ; includeSubDomains");
        assertThat(proxied.header("Set-Cookie")).allMatch(cookie -> cookie.contains("; Secure"));
        var claimed = raw.send("GET /login", https);
        assertThat(claimed.header("Strict-Transport-Security")).isEmpty();
    }

    @Test
    void everyWriteOfASessionWantsItsToken() {
        List<String> passed = new ArrayList<>();
        var writes = named.table().lines().stream()
                .filter(line -> !List.of(HttpMethod.GET, HttpMethod.OPTIONS).contains(line.method()))
                .filter(line -> line.path().getPatternString().startsWith("/camunda/")
                        && !line.groups().isEmpty())
                .toList();
        for (var line : writes) {
            var path = line.path().getPatternString().replaceAll("\\{[^/]*}", "none");
            var admin = Visitor.person(port, "admin", SampleUsers.PASSWORD);
            admin.get("/camunda/app/tasklist/default/");
            var forged = admin.send(line.method(), path, Map.of(), Map.of());
            if (forged.getStatusCode() != HttpStatus.FORBIDDEN) {
                passed.add(line.call() + ": " + forged.getStatusCode());
            }
        }
        assertThat(writes).hasSizeGreaterThan(30);
        assertThat(passed).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"POST, /api/opportunities", "POST, /engine-rest/task", "POST, /login", "PUT, /engine-rest/task/none"})
    void whatAnotherSiteMakesABrowserSendIsRefused(String method, String path) {
        var forged = raw.send(method + " " + path, DEMO, OTHER_SITE, "Content-Length: 0");
        assertThat(forged.status()).isEqualTo(403);
        assertThat(forged.body()).contains("A page of another site sent this.");
        var ownPage = raw.send(method + " " + path, DEMO, "Sec-Fetch-Site: same-origin", "Content-Length: 0");
        assertThat(ownPage.body()).doesNotContain("another site");
    }

    @Test
    void aLinkOnAnotherSiteMayLeadHere() {
        assertThat(raw.send("GET /api/opportunities", DEMO, OTHER_SITE).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/opportunities, 1",
        "/engine-rest/task, 1",
        "/login, 1",
        "/camunda/api/engine/engine/default/task, 1",
        "/engine-rest/deployment/create, 10",
        "/camunda/api/engine/engine/default/deployment/create, 10"
    })
    void aBodyHasALimit(String path, long megabytes) {
        var most = megabytes * 1024 * 1024;
        var tooLong = raw.send("POST " + path, DEMO, "Content-Type: application/json", "Content-Length: " + (most + 1));
        assertThat(tooLong.status()).isEqualTo(413);
        assertThat(tooLong.body()).contains("larger than the " + megabytes + " MB");
        assertThat(tooLong.header("Content-Type")).allMatch(type -> type.startsWith("application/problem+json"));
    }

    @Test
    void aFileHasALimitToo() {
        var tooLarge = raw.send(
                "POST /api/imports",
                RawHttp.basic("ops1", SampleUsers.PASSWORD),
                "Content-Type: multipart/form-data; boundary=part",
                "Content-Length: " + 600L * 1024 * 1024);
        assertThat(tooLarge.status()).isEqualTo(413);
        assertThat(tooLarge.body()).contains("Split it, and send the parts one by one.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/opportunities", "/engine-rest/task"})
    void aBodyOfUnsaidLengthHasTheSame(String path) {
        var rep = Visitor.program(port, "rep1", SampleUsers.PASSWORD);
        var large = Map.of("account", "x".repeat(1024 * 1024));
        assertThat(rep.send(HttpMethod.POST, path, large, Map.of()).getStatusCode())
                .isEqualTo(HttpStatus.PAYLOAD_TOO_LARGE);
        var small = Map.of("account", "x");
        assertThat(rep.send(HttpMethod.POST, path, small, Map.of()).getStatusCode())
                .isNotEqualTo(HttpStatus.PAYLOAD_TOO_LARGE);
    }

    @Test
    void filesAreTakenWhereFilesAreMeantAlone() {
        var form = "Content-Type: Multipart/Form-Data; boundary=x";
        assertThat(raw.send("POST /api/opportunities", DEMO, form, "Content-Length: 0")
                        .status())
                .isEqualTo(415);
        assertThat(raw.send("POST /engine-rest/task", DEMO, form, "Content-Length: 0")
                        .status())
                .isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/opportunities", "/engine-rest/task"})
    void deeplyNestedJsonIsRefused(String path) {
        var deep = "{\"orQueries\":".repeat(200) + "[]" + "}".repeat(200);
        var headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        var answer = Visitor.program(port, "rep1", SampleUsers.PASSWORD)
                .send(HttpMethod.POST, path, new HttpEntity<>(deep, headers), Map.of());
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest//user/create",
                "/engine-rest/user/create;x=1",
                "/engine-rest/user;a/create",
                "/engine-rest/./user/create",
                "/engine-rest/x/../user/create",
                "/engine-rest/%2e/user/create",
                "/engine-rest/user%2fcreate",
                "/engine-rest/user%5ccreate",
                "/engine-rest/user%00/create",
                "/engine-rest/user%0a/create",
                "/engine-rest/%2575ser/create"
            })
    void aPathThatCanBeReadInTwoWaysIsRefused(String path) {
        var answer = raw.send("POST " + path, DEMO, "Content-Length: 0");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).doesNotContain("Exception", "\tat ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest/user/create/",
                "/engine-rest/%75ser/create",
                "/Engine-Rest/user/create",
                "/engine-rest/User/create",
                "/engine-rest/user/create.json",
                "/engine-rest/user/create?/task",
                "/engine-rest/engine/default/user/create",
                "/engine-rest/application.wadl"
            })
    void aPathThatNamesTheSameInOtherWordsLeadsNoFurther(String path) {
        var answer = raw.send("POST " + path, DEMO, "Content-Length: 0");
        assertThat(answer.status()).isIn(302, 401, 403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override"})
    void aHeaderDoesNotChangeTheMethod(String header) {
        var admin = RawHttp.basic("admin", SampleUsers.PASSWORD);
        raw.send("POST /engine-rest/group", admin, header + ": DELETE", "Content-Length: 0");
        var overridden =
                raw.send("POST /engine-rest/group/rep?_method=DELETE", admin, header + ": DELETE", "Content-Length: 0");
        assertThat(overridden.status()).isEqualTo(403);
        assertThat(raw.send("GET /engine-rest/group/rep", admin).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/opportunities/none, 404",
        "GET, /api/nothing, 403",
        "DELETE, /api/opportunities, 403",
        "TRACE, /api/opportunities, 400",
        "GET, /api/opportunities;x, 400",
        "POST, /api/opportunities, 400"
    })
    void everyRefusalOfOurInterfaceIsAProblem(String method, String path, int status) {
        var answer = raw.send(method + " " + path, DEMO, "Content-Length: 0", "Accept: application/json");
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).allMatch(type -> type.startsWith("application/problem+json"));
        assertThat(answer.body()).contains("\"detail\":\"").doesNotContain("Exception", "trace");
    }

    @Test
    void aReaderOfHtmlAloneGetsAProblemAllTheSame() {
        var answer = raw.send("GET /api/opportunities/none", DEMO, "Accept: text/html");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).contains("There is no opportunity 'none'");
    }

    @Test
    void signingInMakesANewSession() {
        var rep = Visitor.nobody(port);
        rep.csrf();
        var planted = rep.cookie("JSESSIONID");
        rep.signIn("rep1", SampleUsers.PASSWORD);
        ResponseEntity<String> asPlanted = Visitor.nobody(port)
                .send(
                        HttpMethod.GET,
                        "/camunda/app/tasklist/default/",
                        null,
                        Map.of(HttpHeaders.COOKIE, "JSESSIONID=" + planted));
        assertThat(planted).isNotEmpty();
        assertThat(asPlanted.getHeaders().getLocation()).hasPath("/login");
    }
}
