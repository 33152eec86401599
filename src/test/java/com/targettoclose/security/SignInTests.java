package com.targettoclose.security;

import static com.targettoclose.testing.SpringTest.WRONG_PASSWORDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.targettoclose.process.people.Group;
import com.targettoclose.testing.OnH2;
import com.targettoclose.testing.TestClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.digest.PasswordManager;
import org.camunda.bpm.engine.impl.digest.Sha512HashDigest;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.test.context.ActiveProfiles;

/** Signing in with a password, right, wrong and wrong too often. */
@OnH2
@ActiveProfiles("sample")
@ExtendWith(OutputCaptureExtension.class)
class SignInTests {

    private static final String API = "/api/opportunities";
    private static final String WEBAPPS = "/camunda/api/admin/auth/user/default/login/tasklist";

    @LocalServerPort
    int port;

    @Autowired
    IdentityService identities;

    @Autowired
    SpringProcessEngineConfiguration engine;

    @Autowired
    Accounts accounts;

    @Autowired
    TestClock clock;

    @Test
    void anUnknownUserIsToldTheSameAsAKnownOne() {
        user("known");
        var unknown = program("not-known", "nonsense").get(API);
        var known = program("known", "nonsense").get(API);
        assertThat(unknown.getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(unknown.getBody()).isEqualTo(known.getBody());
    }

    @Test
    void programsAreToldHowLongToWait() {
        user("guessed-by-program");
        assertThat(guess("guessed-by-program", WRONG_PASSWORDS)).isEqualTo(HttpStatus.UNAUTHORIZED);
        for (var password : new String[] {"guess", passwordOf("guessed-by-program")}) {
            var answer = program("guessed-by-program", password).get(API);
            assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
            assertThat(answer.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo("60");
            assertThat(answer.getHeaders().getFirst(HttpHeaders.WWW_AUTHENTICATE))
                    .isNull();
            assertThat(answer.getBody()).contains("Too many wrong passwords. Try again in 60 seconds.");
        }
        clock.advance(Duration.ofMinutes(1));
        assertThat(program("guessed-by-program", passwordOf("guessed-by-program"))
                        .get(API)
                        .getStatusCode())
                .isEqualTo(HttpStatus.OK);
    }

    @Test
    void whoIsGuessedAtStillGetsInFromAnotherAddress() throws IOException {
        user("guessed-elsewhere");
        guess("guessed-elsewhere", WRONG_PASSWORDS + 1);
        assertThat(statusFrom("127.0.0.1", "guessed-elsewhere")).isEqualTo(429);
        assertThat(statusFrom("127.0.0.2", "guessed-elsewhere")).isEqualTo(200);
    }

    @Test
    void whoWorksAlreadyIsNotDisturbed() {
        user("busy");
        var busy = program("busy", passwordOf("busy"));
        assertThat(busy.get(API).getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(guess("busy", WRONG_PASSWORDS + 1)).isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
        assertThat(busy.get(API).getStatusCode()).isEqualTo(HttpStatus.OK);
    }

    @Test
    void theLoginFormSaysHowLongToWait() {
        user("guessed-by-form");
        guess("guessed-by-form", WRONG_PASSWORDS);
        var visitor = Visitor.nobody(port);
        var form = Visitor.form(Map.of(
                "username", "guessed-by-form", "password", passwordOf("guessed-by-form"), "_csrf", visitor.csrf()));
        var answer = visitor.send(HttpMethod.POST, "/login", form, Map.of());
        assertTooMany(answer);
        assertThat(answer.getBody()).startsWith("<!DOCTYPE html>").contains("href=\"/login\"");
    }

    @Test
    void theWebappsLoginFormSaysHowLongToWait() {
        user("guessed-by-webapp");
        guess("guessed-by-webapp", WRONG_PASSWORDS);
        var form = Visitor.form(Map.of("username", "guessed-by-webapp", "password", passwordOf("guessed-by-webapp")));
        assertTooMany(Visitor.nobody(port).send(HttpMethod.POST, WEBAPPS, form, Map.of("X-XSRF-TOKEN", "any")));
    }

    @Test
    void theEngineItselfLocksNobodyOut() {
        user("not-locked");
        for (int n = 0; n < 20; n++) {
            assertThat(identities.checkPassword("not-locked", "guess")).isFalse();
        }
        assertThat(identities.checkPassword("not-locked", passwordOf("not-locked")))
                .isTrue();
    }

    @Test
    void aPasswordStoredInTheEnginesOwnWayIsStoredAnewWhenItIsUsed() {
        var current = engine.getPasswordManager();
        try {
            engine.setPasswordManager(new PasswordManager(new Sha512HashDigest(), java.util.List.of()));
            new Users(identities).give("of-old", "Some", "Body", "old", Group.REP);
        } finally {
            engine.setPasswordManager(current);
        }
        assertThat(stored("of-old")).startsWith("{SHA-512}");
        assertThat(program("of-old", "wrong").get(API).getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(stored("of-old")).startsWith("{SHA-512}");
        var program = program("of-old", "old");
        assertThat(program.get(API).getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(stored("of-old")).startsWith("{bcrypt-sha384}");
        assertThat(program.get(API).getStatusCode()).isEqualTo(HttpStatus.OK);
    }

    @Test
    void aNewPasswordIsLongAndOneFromBeforeStays() {
        user("frugal");
        new Users(identities).give("frugal", "Some", "Body", "short", Group.REP);
        assertThat(program("frugal", "short").get(API).getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(wouldDo("frugal", "short", "eleven-long")).contains("\"valid\":false");
        assertThat(wouldDo("frugal", "short", "twelve-longs"))
                .contains("\"valid\":true")
                .doesNotContain("false");
        assertThat(changed("frugal", "short", "eleven-long").getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(program("frugal", "short").get(API).getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(changed("frugal", "short", "twelve-longs").getStatusCode()).isEqualTo(HttpStatus.NO_CONTENT);
        assertThat(program("frugal", "twelve-longs").get(API).getStatusCode()).isEqualTo(HttpStatus.OK);
    }

    @Test
    void whoChangesTheirPasswordMayNotGuessTheOldOneForLong() {
        user("guessed-at-home");
        var old = passwordOf("guessed-at-home");
        var program = program("guessed-at-home", old);
        var path = "/engine-rest/user/guessed-at-home/credentials";
        var guess = Map.of("password", "another-password", "authenticatedUserPassword", "guess");
        for (int n = 0; n < WRONG_PASSWORDS; n++) {
            assertThat(program.send(HttpMethod.PUT, path, guess, Map.of()).getStatusCode())
                    .isEqualTo(HttpStatus.BAD_REQUEST);
        }
        var right = Map.of("password", "another-password", "authenticatedUserPassword", old);
        var answer = program.send(HttpMethod.PUT, path, right, Map.of());
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(answer.getBody()).contains("Too many wrong passwords. Try again in");
        assertThat(accounts.passwordIs("guessed-at-home", old, check -> check.getAsBoolean()))
                .isTrue();
    }

    /** What the page of one's own profile asks while a new password is typed. */
    private String wouldDo(String user, String password, String candidate) {
        var asked = Map.of("password", candidate, "profile", Map.of("id", user));
        var path = "/engine-rest/identity/password-policy";
        return program(user, password)
                .send(HttpMethod.POST, path, asked, Map.of())
                .getBody();
    }

    private ResponseEntity<String> changed(String user, String from, String to) {
        var both = Map.of("password", to, "authenticatedUserPassword", from);
        return program(user, from).send(HttpMethod.PUT, "/engine-rest/user/" + user + "/credentials", both, Map.of());
    }

    @Test
    void aChangedPasswordCountsAtOnce() {
        user("changes");
        var before = program("changes", passwordOf("changes"));
        assertThat(before.get(API).getStatusCode()).isEqualTo(HttpStatus.OK);
        var user = identities.createUserQuery().userId("changes").singleResult();
        user.setPassword("another-password");
        identities.saveUser(user);
        assertThat(before.get(API).getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(program("changes", "another-password").get(API).getStatusCode())
                .isEqualTo(HttpStatus.OK);
    }

    @Test
    void aGroupTakenAwayCountsAtOnceForPrograms() {
        user("leaves");
        var program = program("leaves", passwordOf("leaves"));
        assertThat(program.get(API).getStatusCode()).isEqualTo(HttpStatus.OK);
        identities.deleteMembership("leaves", Group.REP.id());
        assertThat(program.get(API).getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
        identities.deleteUser("leaves");
        assertThat(program.get(API).getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void noPasswordStandsInTheLog(CapturedOutput output) {
        user("discreet");
        program("discreet", passwordOf("discreet")).get(API);
        program("discreet", "wrong-and-discreet").get(API);
        assertThat(output).doesNotContain(passwordOf("discreet"), "wrong-and-discreet");
        assertThat(accounts.find("discreet").orElseThrow()).hasToString("Account[id=discreet]");
    }

    private void user(String id) {
        new Users(identities).give(id, "Some", "Body", passwordOf(id), Group.REP);
    }

    private static String passwordOf(String id) {
        return "the-password-of-" + id;
    }

    private String stored(String id) {
        return accounts.find(id).orElseThrow().password();
    }

    private Visitor program(String user, String password) {
        return Visitor.program(port, user, password);
    }

    /** Sends wrong passwords, and says what came of the last. */
    private Object guess(String user, int times) {
        Object last = null;
        for (int n = 0; n < times; n++) {
            last = program(user, "guess " + n).get(API).getStatusCode();
        }
        return last;
    }

    private int statusFrom(String address, String user) throws IOException {
        var credentials = (user + ":" + passwordOf(user)).getBytes(StandardCharsets.UTF_8);
        var request = "GET " + API + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Basic "
                + Base64.getEncoder().encodeToString(credentials) + "\r\n\r\n";
        try (var socket = new Socket(InetAddress.getByName("127.0.0.1"), port, InetAddress.getByName(address), 0)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(answer.split(" ", 3)[1]);
        }
    }

    private static void assertTooMany(ResponseEntity<String> answer) {
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
        assertThat(answer.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo("60");
        assertThat(answer.getBody()).contains("Too many wrong passwords. Try again in 60 seconds.");
    }
}
