package com.targettoclose.attack;

import static com.targettoclose.attack.Attack.get;
import static com.targettoclose.attack.Attack.post;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;

@DisplayName("a forged name, in a header or in the address")
class HeaderAttackTests extends AttackTest {

    private static final String TASKS = "/engine-rest/task/count";

    /** Headers by which a proxy, or somebody who plays one, names a user. */
    private static final List<String> NAMES = List.of(
            "X-Forwarded-User",
            "X-Remote-User",
            "Remote-User",
            "X-Authenticated-User",
            "X-Camunda-User",
            "X-User",
            "X-Forwarded-For",
            "Forwarded");

    static Stream<Attack> attacks() {
        return Stream.of(
                        NAMES.stream()
                                .map(name -> get("a name in " + name, TASKS).with(name, "admin")),
                        credentials(),
                        others())
                .flatMap(attacks -> attacks)
                .map(attack -> attack.by(Person.NOBODY).answered("4\\d\\d"));
    }

    private static Stream<Attack> credentials() {
        return Stream.of(
                signed("no password", Intruder.basic("admin", "")),
                signed("no name", Intruder.basic("", "demo")),
                signed("no name and no password", Intruder.basic("", "")),
                signed("no colon", "Basic YWRtaW4="),
                signed("nothing behind the word", "Basic"),
                signed("nothing but a blank behind the word", "Basic "),
                signed("no Base64", "Basic !!!!"),
                signed("a name in capitals", Intruder.basic("REP1", "demo")),
                signed("a name with a blank behind it", Intruder.basic("rep1 ", "demo")),
                signed("a name with a zero behind it", Intruder.basic("rep1\u0000", "demo")),
                signed("a name for all", Intruder.basic("%", "demo")),
                signed("a name of SQL", Intruder.basic("admin' or '1'='1", "demo")),
                signed("a password with more behind it", Intruder.basic("nobody-yet", "demo" + "x".repeat(100_0))),
                signed("a password in capitals", Intruder.basic("unknown", "DEMO")),
                signed("a token of nobody", "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZG1pbiJ9."),
                signed("a token that is none", "Bearer x"),
                signed("another scheme", "Digest username=\"admin\""),
                signed("a scheme that does not exist", "Magic admin"),
                signed("a name of ten thousand letters", Intruder.basic("a".repeat(5_000), "demo")));
    }

    private static Attack signed(String name, String authorization) {
        return get("signed in with " + name, TASKS).with("Authorization", authorization);
    }

    private static Stream<Attack> others() {
        return Stream.of(
                get("a name in the address", TASKS + "?user=admin&authenticatedUserId=admin"),
                get("a session made up", "/camunda/api/engine/engine/default/task/count")
                        .with("Cookie", "JSESSIONID=0123456789ABCDEF0123456789ABCDEF"),
                get(
                        "a session in the address",
                        "/camunda/api/engine/engine/default/task/count;jsessionid=0123456789ABCDEF0123456789ABCDEF"),
                get("remembered by a cookie", "/camunda/api/engine/engine/default/task/count")
                        .with("Cookie", "remember-me=YWRtaW46OTk5OTk5OTk5OTk5OTo="),
                post(
                        "signed in at the engine",
                        "/engine-rest/identity/verify",
                        "{\"username\": \"admin\", \"password\": \"demo\"}"),
                post("signed in by JSON", "/login", "{\"username\": \"admin\", \"password\": \"demo\"}"));
    }
}
