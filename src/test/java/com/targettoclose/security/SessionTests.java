package com.targettoclose.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.targettoclose.process.people.Group;
import com.targettoclose.testing.OnH2;
import com.targettoclose.testing.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.ActiveProfiles;

/** When a session begins, how long it lasts, and that nobody gets into somebody else's. */
@OnH2
@ActiveProfiles("sample")
class SessionTests {

    private static final String PAGE = "/camunda/app/tasklist/default/";
    private static final String CALL = "/camunda/api/engine/engine/default/task/count";
    private static final String COOKIE = "JSESSIONID";
    private static final String WEBAPP_LOGIN = "/camunda/api/admin/auth/user/default/login/tasklist";
    private static final String WEBAPP_LOGOUT = "/camunda/api/admin/auth/user/default/logout";

    @LocalServerPort
    int port;

    @Autowired
    IdentityService identities;

    @Autowired
    TestClock clock;

    @Autowired
    SessionSettings settings;

    @Autowired
    ServerProperties server;

    static Stream<Named<Consumer<IdentityService>>> changes() {
        return Stream.of(
                Named.of("a changed password", identities -> {
                    var user = identities.createUserQuery().userId("changed").singleResult();
                    user.setPassword("another-password");
                    identities.saveUser(user);
                }),
                Named.of("a group taken away", identities -> identities.deleteMembership("changed", Group.REP.id())),
                Named.of("a group given", identities -> identities.createMembership("changed", Group.MANAGER.id())),
                Named.of("a deleted user", identities -> identities.deleteUser("changed")));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void theSessionEndsWith(Consumer<IdentityService> change) {
        identities.deleteUser("changed");
        var somebody = person("changed");
        var another = person("changed");
        change.accept(identities);
        clock.advance(settings.recheckEvery());
        assertSignedOut(somebody);
        assertSignedOut(another);
    }

    @Test
    void itGoesOnWhileNothingChanges() {
        var somebody = person("unchanged");
        for (int n = 0; n < 5; n++) {
            clock.advance(settings.recheckEvery());
            assertSignedIn(somebody);
        }
    }

    @Test
    void itEndsAfterItsLongestTimeHoweverBusyItIs() {
        var somebody = person("tireless");
        clock.advance(settings.longest().minusSeconds(1));
        assertSignedIn(somebody);
        clock.advance(Duration.ofSeconds(1));
        assertSignedOut(somebody);
    }

    @Test
    void anIdleSessionEndsAfterHalfAnHour() {
        assertThat(server.getServlet().getSession().getTimeout()).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void oneTooManyEndsTheOldest() {
        List<Visitor> open = new ArrayList<>();
        for (int n = 0; n <= settings.most(); n++) {
            open.add(person("everywhere"));
        }
        assertSignedOut(open.get(0));
        open.subList(1, open.size()).forEach(this::assertSignedIn);
    }

    @Test
    void aSessionThatEndedLeavesRoom() {
        var stays = person("comes-and-goes");
        for (int n = 0; n < settings.most() * 2; n++) {
            signOut(person("comes-and-goes"));
        }
        assertSignedIn(stays);
    }

    @Test
    void theWebappsLoginFormGivesTheSessionANewIdToo() {
        user("fixated");
        var visitor = Visitor.nobody(port);
        visitor.csrf();
        var planted = visitor.cookie(COOKIE);
        var form = Visitor.form(Map.of("username", "fixated", "password", passwordOf("fixated")));
        visitor.send(HttpMethod.POST, WEBAPP_LOGIN, form, Map.of("X-XSRF-TOKEN", "any"));
        assertThat(planted).isNotEmpty();
        assertThat(visitor.cookie(COOKIE)).isNotEmpty().isNotEqualTo(planted);
        assertSignedIn(visitor);
        assertThat(withCookie(planted, CALL)).isEqualTo(HttpStatus.UNAUTHORIZED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0123456789ABCDEF0123456789ABCDEF", "rep1", "../../rep1", "%00"})
    void aForgedCookieIsNobodys(String cookie) {
        assertThat(withCookie(cookie, CALL)).isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(withCookie(cookie, PAGE)).isEqualTo(HttpStatus.FOUND);
    }

    @Test
    void aCookieIsWorthNothingAfterSigningOut() {
        var somebody = person("replayed");
        var stolen = somebody.cookie(COOKIE);
        assertThat(withCookie(stolen, CALL)).isEqualTo(HttpStatus.OK);
        signOut(somebody);
        assertThat(withCookie(stolen, CALL)).isEqualTo(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void aCookieIsWorthNothingAfterSigningOutInTasklist() {
        var somebody = person("replayed-webapp");
        var stolen = somebody.cookie(COOKIE);
        somebody.get(PAGE);
        somebody.send(HttpMethod.POST, WEBAPP_LOGOUT, null, somebody.webappToken());
        assertThat(withCookie(stolen, CALL)).isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(withCookie(stolen, PAGE)).isEqualTo(HttpStatus.FOUND);
    }

    @Test
    void aSessionIsNoKeyForPrograms() {
        var somebody = person("browser");
        assertThat(somebody.get("/api/opportunities").getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(somebody.get("/engine-rest/task").getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
    }

    private void user(String id) {
        if (identities.createUserQuery().userId(id).count() > 0) {
            return;
        }
        new Users(identities).give(id, "Some", "Body", passwordOf(id), Group.REP);
    }

    private static String passwordOf(String id) {
        return "the-password-of-" + id;
    }

    private Visitor person(String id) {
        user(id);
        var person = Visitor.person(port, id, passwordOf(id));
        assertSignedIn(person);
        return person;
    }

    private void signOut(Visitor visitor) {
        var token = Visitor.csrfIn(visitor.get("/").getBody());
        var form = Visitor.form(Map.of("_csrf", token));
        assertThat(visitor.send(HttpMethod.POST, "/logout", form, Map.of()).getStatusCode())
                .isEqualTo(HttpStatus.FOUND);
        assertSignedOut(visitor);
    }

    private void assertSignedIn(Visitor visitor) {
        assertThat(visitor.get(CALL).getStatusCode()).isEqualTo(HttpStatus.OK);
    }

    private void assertSignedOut(Visitor visitor) {
        assertThat(visitor.get(CALL).getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(visitor.get(PAGE).getStatusCode()).isEqualTo(HttpStatus.FOUND);
    }

    private Object withCookie(String value, String path) {
        return Visitor.nobody(port)
                .send(HttpMethod.GET, path, null, Map.of("Cookie", COOKIE + "=" + value))
                .getStatusCode();
    }
}
