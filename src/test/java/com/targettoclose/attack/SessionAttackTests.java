package com.targettoclose.attack;

import static com.targettoclose.attack.Attack.get;
import static com.targettoclose.attack.Attack.post;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("a session that is forged, stolen or used from elsewhere")
class SessionAttackTests extends AttackTest {

    private static final String TASKS = "/camunda/api/engine/engine/default/task";
    private static final String COUNT = TASKS + "/count";
    private static final Duration A_WHILE = Duration.ofSeconds(15);
    private static final String FORM = "application/x-www-form-urlencoded";

    static Stream<Attack> attacks() {
        var forged = requestsFromElsewhere().map(attack -> attack.by(Person.NOBODY, Person.REP, Person.ADMIN));
        return Stream.of(forged, sessionsElsewhere()).flatMap(attacks -> attacks);
    }

    /** What another site can make a signed-in browser send. */
    private static Stream<Attack> requestsFromElsewhere() {
        var comment = TASKS + "/@task@/comment/create";
        return Stream.of(
                post("a request without a token", TASKS, "{}").with("X-XSRF-TOKEN", ""),
                post("a request with a token made up", TASKS, "{}").with("X-XSRF-TOKEN", "0123456789ABCDEF"),
                post("a comment without a token", comment, "{\"message\": \"x\"}")
                        .with("X-XSRF-TOKEN", ""),
                post("a form submitted without a token", TASKS + "/@task@/submit-form", "{\"variables\": {@fields@}}")
                        .with("X-XSRF-TOKEN", ""),
                Attack.put(
                                "a profile changed without a token",
                                "/camunda/api/engine/engine/default/user/rep1/profile",
                                "{\"id\": \"rep1\"}")
                        .with("X-XSRF-TOKEN", ""),
                Attack.delete("something deleted without a token", TASKS + "/@task@")
                        .with("X-XSRF-TOKEN", ""),
                Attack.of("JSON in a form without a token", "POST", TASKS, Body.text("text/plain", "{}"))
                        .with("X-XSRF-TOKEN", ""),
                Attack.of("fields in a form without a token", "POST", comment, Body.text(FORM, "message=x"))
                        .with("X-XSRF-TOKEN", ""),
                Attack.of("signed out from elsewhere", "POST", "/logout", Body.text(FORM, "x=y"))
                        .with("X-XSRF-TOKEN", ""),
                Attack.of(
                                "signed in as somebody else from elsewhere",
                                "POST",
                                "/login",
                                Body.text(FORM, "username=rep2&password=demo"))
                        .with("X-XSRF-TOKEN", ""),
                Attack.of(
                                "signed in by the webapps' form from elsewhere",
                                "POST",
                                "/camunda/api/admin/auth/user/default/login/tasklist",
                                Body.text(FORM, "username=rep2&password=demo"))
                        .with("X-XSRF-TOKEN", "")
                        .answered("40[13]"));
    }

    private static Stream<Attack> sessionsElsewhere() {
        return Stream.of(
                post("a session where a password is asked for", "/engine-rest/task", "{}")
                        .through(Door.WEBAPP)
                        .answered("401"),
                get("a session where a program reads", "/engine-rest/task")
                        .through(Door.WEBAPP)
                        .answered("401"));
    }

    @Test
    @DisplayName("signing in begins another session than the one somebody planted")
    void fixation() {
        var planted = Intruder.at(Door.WEBAPP, Person.NOBODY, port);
        planted.get("/login");
        var before = planted.cookies();
        planted.signIn(Person.REP.user(), Person.PASSWORD);
        assertThat(planted.get(COUNT).status()).isEqualTo(200);
        assertThat(Intruder.at(Door.WEBAPP, Person.NOBODY, port)
                        .send("GET", COUNT, Map.of("Cookie", before), Body.NONE)
                        .status())
                .isEqualTo(401);
    }

    @Test
    @DisplayName("a session of one's own choosing is not taken over")
    void chosenSession() {
        var chosen = Map.of("Cookie", "JSESSIONID=A1B2C3D4E5F6A1B2C3D4E5F6A1B2C3D4");
        var reply = Intruder.at(Door.WEBAPP, Person.NOBODY, port).send("GET", "/login", chosen, Body.NONE);
        assertThat(reply.header("Set-Cookie").toString()).doesNotContain("A1B2C3D4E5F6");
    }

    @Test
    @DisplayName("a session does not outlive signing out, by Tasklist's own way neither")
    void replay() {
        for (var way : List.of("/camunda/api/admin/auth/user/default/logout")) {
            var rep = Intruder.at(Door.WEBAPP, Person.REP, port);
            var stolen = Map.of("Cookie", rep.cookies());
            assertThat(rep.get(COUNT).status()).isEqualTo(200);
            assertThat(rep.post(way, "{}").status()).isLessThan(400);
            var thief = Intruder.at(Door.WEBAPP, Person.NOBODY, port);
            assertThat(thief.send("GET", COUNT, stolen, Body.NONE).status()).isEqualTo(401);
            assertThat(thief.send("GET", "/camunda/app/tasklist/default/", stolen, Body.NONE)
                            .status())
                    .isBetween(300, 499);
        }
    }

    @Test
    @DisplayName("nobody is signed out by a picture on another site")
    void signedOutByAnAddress() {
        var rep = Intruder.at(Door.WEBAPP, Person.REP, port);
        rep.get("/logout");
        assertThat(rep.get(COUNT).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("a token belongs to its session")
    void tokenOfAnother() {
        var rep = Intruder.at(Door.WEBAPP, Person.REP, port);
        var manager = Intruder.at(Door.WEBAPP, Person.MANAGER, port);
        var token = Map.of("X-XSRF-TOKEN", manager.cookie("XSRF-TOKEN"));
        assertThat(rep.send("POST", TASKS, token, Body.json("{}")).status()).isEqualTo(403);
        var planted = Intruder.at(Door.WEBAPP, Person.REP, port);
        var cookies = planted.cookies().replaceAll("XSRF-TOKEN=[^;]+", "XSRF-TOKEN=made-up");
        var both = Map.of("X-XSRF-TOKEN", "made-up", "Cookie", cookies);
        assertThat(planted.send("POST", TASKS, both, Body.json("{}")).status())
                .as("a cookie planted with a token of one's own")
                .isBetween(400, 499);
    }

    @Test
    @DisplayName("a session in the address is none")
    void sessionInTheAddress() {
        var rep = Intruder.at(Door.WEBAPP, Person.REP, port);
        var thief = Intruder.at(Door.WEBAPP, Person.NOBODY, port);
        var address = COUNT + ";jsessionid=" + rep.cookie("JSESSIONID");
        assertThat(thief.get(address).status()).isBetween(400, 499);
        assertThat(thief.get("/login").body()).doesNotContain("jsessionid");
    }

    @Test
    @DisplayName("somebody who is deleted or leaves the group is out at once")
    void gone() {
        var identities = engine.getIdentityService();
        var user = identities.newUser("leaver");
        user.setPassword("leavers-own-password");
        identities.saveUser(user);
        identities.createMembership("leaver", "rep");
        var leaver = Intruder.at(Door.WEBAPP, Person.NOBODY, port);
        leaver.signIn("leaver", "leavers-own-password");
        assertThat(leaver.get(COUNT).status()).isEqualTo(200);
        identities.deleteMembership("leaver", "rep");
        clock.advance(A_WHILE);
        assertThat(leaver.get(COUNT).status()).as("out of the group").isBetween(400, 499);
        identities.deleteUser("leaver");
        assertThat(leaver.get(COUNT).status()).as("deleted").isBetween(400, 499);
    }

    @Test
    @DisplayName("a changed password ends the sessions of the old one")
    void changedPassword() {
        var identities = engine.getIdentityService();
        var user = identities.newUser("changer");
        user.setPassword("the-old-password");
        identities.saveUser(user);
        identities.createMembership("changer", "rep");
        var thief = Intruder.at(Door.WEBAPP, Person.NOBODY, port);
        thief.signIn("changer", "the-old-password");
        var changed = identities.createUserQuery().userId("changer").singleResult();
        changed.setPassword("the-new-password");
        identities.saveUser(changed);
        clock.advance(A_WHILE);
        assertThat(thief.get(COUNT).status()).isBetween(400, 499);
        identities.deleteUser("changer");
    }

    @Test
    @DisplayName("no other site may read an answer")
    void otherSites() {
        for (var address : List.of("/api/opportunities", "/engine-rest/task", COUNT)) {
            var asked = Map.of("Origin", "https://evil.example.com", "Access-Control-Request-Method", "POST");
            var intruder = siege().intruder(address.equals(COUNT) ? Door.WEBAPP : Door.REST, Person.REP);
            assertThat(intruder.send("OPTIONS", address, asked, Body.NONE).header("Access-Control-Allow-Origin"))
                    .as(address)
                    .isEmpty();
            assertThat(intruder.send("GET", address, asked, Body.NONE).header("Access-Control-Allow-Origin"))
                    .as(address)
                    .isEmpty();
        }
    }

    @Test
    @DisplayName("nobody is sent to another site, whatever the host is called")
    void openRedirect() {
        var nobody = Intruder.at(Door.WEBAPP, Person.NOBODY, port);
        var evil = Map.of("Host", "evil.example.com", "X-Forwarded-Host", "evil.example.com");
        for (var address : List.of("/", "/camunda/app/tasklist/default/", "/login?continue=//evil.example.com")) {
            var reply = nobody.send("GET", address, evil, Body.NONE);
            assertThat(reply.header("Location").toString()).as(address).doesNotContain("evil.example.com");
        }
        nobody.get("//evil.example.com/");
        nobody.signIn(Person.REP.user(), Person.PASSWORD);
        assertThat(nobody.get(COUNT).status()).isEqualTo(200);
    }
}
