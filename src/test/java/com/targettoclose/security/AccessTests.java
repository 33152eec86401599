package com.targettoclose.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.targettoclose.process.people.Group;
import com.targettoclose.testing.OnH2;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.context.ActiveProfiles;

@OnH2
@ActiveProfiles("sample")
class AccessTests {

    private static final List<String> USERS = List.of("rep1", "manager1", "leader1", "owner1", "ops1", "admin");

    @LocalServerPort
    int port;

    @Autowired
    IdentityService identities;

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(textBlock = """
            # method, path,                            nobody, rep, manager, leader, owner, ops, admin
            GET,  /engine-rest/task/count,                401, 200, 200, 200, 200, 200, 200
            GET,  /engine-rest/user/count,                401, 200, 200, 200, 200, 200, 200
            POST, /engine-rest/identity/verify,           401, 403, 403, 403, 403, 403, 403
            GET,  /api/opportunities,                     401, 200, 200, 200, 200, 200, 200
            GET,  /v3/api-docs,                           401, 200, 200, 200, 200, 200, 200
            GET,  /actuator/health,                       200, 200, 200, 200, 200, 200, 200
            GET,  /actuator/info,                         401, 403, 403, 403, 403, 200, 200
            """)
    void programsReachWhatIsTheirs(
            String method, String path, int nobody, int rep, int manager, int leader, int owner, int ops, int admin) {
        var softly = new SoftAssertions();
        softly.assertThat(
                        Visitor.nobody(port).send(method, path).getStatusCode().value())
                .as("nobody")
                .isEqualTo(nobody);
        var expected = List.of(rep, manager, leader, owner, ops, admin);
        for (int i = 0; i < USERS.size(); i++) {
            var user = USERS.get(i);
            var answer = Visitor.program(port, user, SampleUsers.PASSWORD).send(method, path);
            softly.assertThat(answer.getStatusCode().value()).as(user).isEqualTo(expected.get(i));
        }
        softly.assertAll();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(textBlock = """
            # method, path,                                nobody, rep, manager, leader, owner, ops, admin
            GET,  /camunda/app/tasklist/default/,             302, 200, 200, 200, 200, 200, 200
            GET,  /camunda/app/cockpit/default/,              302, 403, 403, 403, 200, 200, 200
            GET,  /camunda/app/admin/default/,                302, 403, 403, 403, 403, 403, 200
            GET,  /camunda/api/engine/engine/default/task/count, 401, 200, 200, 200, 200, 200, 200
            GET,  /camunda/api/cockpit/plugin/base/default/process-definition/statistics-count, 401, 403, 403, 403, 200, 200, 200
            GET,  /camunda/api/engine/engine/,                200, 200, 200, 200, 200, 200, 200
            POST, /camunda/api/admin/setup/default/user/create, 401, 403, 403, 403, 403, 403, 403
            GET,  /camunda/app/admin/default/setup/,          302, 403, 403, 403, 403, 403, 403
            POST, /camunda/api/engine/engine/default/identity/verify, 401, 403, 403, 403, 403, 403, 403
            GET,  /h2-console,                                302, 403, 403, 403, 403, 403, 403
            GET,  /nothing-of-the-kind,                       302, 403, 403, 403, 403, 403, 403
            """)
    void peopleReachWhatIsTheirs(
            String method, String path, int nobody, int rep, int manager, int leader, int owner, int ops, int admin) {
        var softly = new SoftAssertions();
        softly.assertThat(
                        Visitor.nobody(port).send(method, path).getStatusCode().value())
                .as("nobody")
                .isEqualTo(nobody);
        var expected = List.of(rep, manager, leader, owner, ops, admin);
        for (int i = 0; i < USERS.size(); i++) {
            var user = USERS.get(i);
            var answer = Visitor.person(port, user, SampleUsers.PASSWORD).send(method, path);
            softly.assertThat(answer.getStatusCode().value()).as(user).isEqualTo(expected.get(i));
        }
        softly.assertAll();
    }

    @ParameterizedTest
    @CsvSource({"rep1, 403", "manager1, 403"})
    void importsAreNotForThoseWhoSellAlone(String user, int status) {
        var answer = Visitor.program(port, user, SampleUsers.PASSWORD).send("POST", "/api/imports");
        assertThat(answer.getStatusCode().value()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"leader1", "owner1", "ops1", "admin"})
    void importsAreForThoseWhoAnswerForThem(String user) {
        var answer = Visitor.program(port, user, SampleUsers.PASSWORD).send("POST", "/api/imports");
        assertThat(answer.getStatusCode()).isNotIn(HttpStatus.FORBIDDEN, HttpStatus.UNAUTHORIZED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/opportunities", "/engine-rest/task"})
    void aRefusalIsAProblemDetail(String path) {
        var answer = Visitor.nobody(port).get(path);
        assertThat(answer.getHeaders().getContentType().isCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .isTrue();
        assertThat(answer.getHeaders().getFirst(HttpHeaders.WWW_AUTHENTICATE)).startsWith("Basic");
        assertThat(answer.getBody()).contains("\"status\":401");
    }

    @Test
    void somebodyInNoGroupReachesNothing() {
        var user = identities.newUser("stranger");
        user.setPassword("stranger-password");
        identities.saveUser(user);
        var stranger = Visitor.program(port, "stranger", "stranger-password");
        assertThat(stranger.get("/engine-rest/task").getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(stranger.get("/api/opportunities").getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "demo"})
    void aUserWithoutPasswordCannotSignIn(String password) {
        if (identities.createUserQuery().userId("imported.user").count() == 0) {
            identities.saveUser(identities.newUser("imported.user"));
            identities.createMembership("imported.user", "rep");
        }
        var program = Visitor.program(port, "imported.user", password);
        assertThat(program.get("/engine-rest/task").getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(program.get("/api/opportunities").getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(Visitor.nobody(port).signIn("imported.user", password)).endsWith("/login?error");
    }

    @Test
    void oneLoginServesTheWebapps() {
        var rep = Visitor.nobody(port);
        rep.csrf();
        var before = rep.cookie("JSESSIONID");
        assertThat(rep.signIn("rep1", SampleUsers.PASSWORD)).endsWith("/");
        assertThat(rep.cookie("JSESSIONID")).isNotEmpty().isNotEqualTo(before);
        assertThat(rep.get("/camunda/app/tasklist/default/").getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(rep.get("/camunda/api/admin/auth/user/default").getBody()).contains("\"userId\":\"rep1\"");
        assertThat(rep.get("/camunda/api/engine/engine/default/task/count").getBody())
                .contains("count");
    }

    @Test
    void webappsRefuseAForgedCall() {
        var rep = Visitor.person(port, "rep1", SampleUsers.PASSWORD);
        rep.get("/camunda/app/tasklist/default/");
        var tasks = "/camunda/api/engine/engine/default/task";
        assertThat(rep.send(HttpMethod.POST, tasks, Map.of(), rep.webappToken()).getStatusCode())
                .isEqualTo(HttpStatus.OK);
        assertThat(rep.send("POST", "/logout").getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(rep.send(HttpMethod.POST, tasks, Map.of(), Map.of()).getStatusCode())
                .isEqualTo(HttpStatus.FORBIDDEN);
    }

    @Test
    void signingOutInTasklistEndsTheSession() {
        var rep = Visitor.person(port, "rep1", SampleUsers.PASSWORD);
        rep.get("/camunda/app/tasklist/default/");
        var signOut = "/camunda/api/admin/auth/user/default/logout";
        assertThat(rep.send(HttpMethod.POST, signOut, null, rep.webappToken()).getStatusCode())
                .isEqualTo(HttpStatus.OK);
        assertThat(rep.get("/camunda/app/tasklist/default/").getStatusCode()).isEqualTo(HttpStatus.FOUND);
        assertThat(rep.get("/camunda/api/engine/engine/default/task/count").getStatusCode())
                .isEqualTo(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void theWebappsOwnLoginFormLeadsIntoTheSameSession() {
        new Users(identities).give("sam.signs-in", "Sam", "Test", "sams-own-password", Group.REP);
        var visitor = Visitor.nobody(port);
        var signIn = "/camunda/api/admin/auth/user/default/login/tasklist";
        var right = Visitor.form(Map.of("username", "sam.signs-in", "password", "sams-own-password"));
        var wrong = Visitor.form(Map.of("username", "rep1x", "password", "nonsense"));
        var sentByTasklist = Map.of("X-XSRF-TOKEN", "any");
        assertThat(visitor.send(HttpMethod.POST, signIn, right, Map.of()).getStatusCode())
                .isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(visitor.send(HttpMethod.POST, signIn, wrong, sentByTasklist).getStatusCode())
                .isEqualTo(HttpStatus.UNAUTHORIZED);
        var signedIn = visitor.send(HttpMethod.POST, signIn, right, sentByTasklist);
        assertThat(signedIn.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(signedIn.getBody())
                .contains("\"userId\":\"sam.signs-in\"", "tasklist")
                .doesNotContain("cockpit");
        assertThat(visitor.get("/camunda/api/engine/engine/default/task/count").getStatusCode())
                .isEqualTo(HttpStatus.OK);
    }

    @Test
    void theSampleDoesNotStartWithoutItsProfile() {
        var refused = org.assertj.core.api.Assertions.catchThrowableOfType(
                StartRefused.class, () -> SampleUsers.requireNone(new Users(identities)));
        assertThat(refused).hasMessageContaining("rep1").hasMessageContaining("admin");
    }
}
