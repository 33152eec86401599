package com.targettoclose.attack;

import static com.targettoclose.attack.Attack.get;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;

@DisplayName("a way around by another spelling of the same path")
class PathAttackTests extends AttackTest {

    private static final String PASSWORD = "{\"username\": \"admin\", \"password\": \"demo\"}";
    private static final String USER =
            "{\"profile\": {\"id\": \"evil\", \"firstName\": \"E\", \"lastName\": \"V\"}, \"credentials\": {\"password\": \"x\"}}";

    /** Ways to write {@code /identity/verify} behind a door. */
    private static final List<String> VERIFY = List.of(
            "/identity/verify/",
            "//identity/verify",
            "/identity//verify",
            "/./identity/verify",
            "/x/../identity/verify",
            "/identity/verify;x=1",
            "/identity;x=1/verify",
            "/identity/verify.json",
            "/identity/%76erify",
            "/identity/verif%79",
            "/identity%2fverify",
            "/identity%252fverify",
            "/%2e/identity/verify",
            "/x/%2e%2e/identity/verify",
            "/x/..%2fidentity/verify",
            "/x/..;/identity/verify",
            "/identity/verify%00",
            "/identity/verify%20",
            "/identity/verify%0a",
            "/identity\\verify",
            "/identity%5cverify",
            "/IDENTITY/VERIFY",
            "/identity/verify?",
            "/identity/verify#");

    /** Ways to write the page that makes a first administrator. */
    private static final List<String> SETUP = List.of(
            "/camunda/api/admin/setup/default/user/create/",
            "/camunda//api/admin/setup/default/user/create",
            "/camunda/api/admin//setup/default/user/create",
            "/camunda/api/admin/setup;x=1/default/user/create",
            "/camunda;x=1/api/admin/setup/default/user/create",
            "/camunda/api/admin/%73etup/default/user/create",
            "/camunda/api/admin/x/..;/setup/default/user/create",
            "/camunda/api/engine/../admin/setup/default/user/create",
            "/camunda/api/admin%2fsetup/default/user/create",
            "/camunda/./api/admin/setup/default/user/create",
            "/CAMUNDA/api/admin/setup/default/user/create",
            "/camunda/api/admin/auth/../setup/default/user/create",
            "/camunda/api/admin/setup/default/user/create.json");

    /** Ways for a rep to Cockpit's interface. */
    private static final List<String> COCKPIT = List.of(
            "/camunda//api/cockpit/plugin/base/default/process-definition/statistics-count",
            "/camunda/api//cockpit/plugin/base/default/process-definition/statistics-count",
            "/camunda/api/cockpit;x=1/plugin/base/default/process-definition/statistics-count",
            "/camunda/api/%63ockpit/plugin/base/default/process-definition/statistics-count",
            "/camunda/api/admin/auth/../../cockpit/plugin/base/default/process-definition/statistics-count",
            "/camunda/app/tasklist/..;/cockpit/default/",
            "/camunda/app/cockpit;x=1/default/",
            "/camunda/app//cockpit/default/",
            "/camunda/app/Cockpit/default/");

    static Stream<Attack> attacks() {
        return Stream.of(
                        VERIFY.stream()
                                .map(path ->
                                        Attack.post("a password tried out at " + path, "engine:" + path, PASSWORD)),
                        Stream.of(
                                        "/engine-rest/engine/default/identity/verify",
                                        "/engine-rest/engine/default;x=1/identity/verify")
                                .map(path -> Attack.post("a password tried out at " + path, path, PASSWORD)),
                        SETUP.stream().map(path -> Attack.post("an administrator made at " + path, path, USER)),
                        COCKPIT.stream()
                                .map(path ->
                                        get("Cockpit at " + path, path).by(Person.NOBODY, Person.REP, Person.MANAGER)),
                        otherMethods(),
                        overrides())
                .flatMap(attacks -> attacks);
    }

    private static Stream<Attack> otherMethods() {
        return Stream.of("TRACE", "PATCH", "PROPFIND", "GETS", "delete")
                .map(method -> Attack.of("the method " + method, method, "engine:/task/@task@", Body.NONE));
    }

    private static Stream<Attack> overrides() {
        var deployment = "engine:/deployment/@deployment@";
        var deal = "/api/opportunities/@deal@";
        return Stream.of(
                Attack.post("a deletion in a header", deployment, "{}").with("X-HTTP-Method-Override", "DELETE"),
                Attack.post("a deletion in another header", deployment, "{}").with("X-HTTP-Method", "DELETE"),
                Attack.post("a deletion in the address", deployment + "?_method=DELETE", "{}"),
                Attack.of(
                        "a deletion in a field",
                        "POST",
                        deployment,
                        Body.text("application/x-www-form-urlencoded", "_method=DELETE")),
                Attack.post("a deal deleted in a header", deal, "{}").with("X-HTTP-Method-Override", "DELETE"),
                get("another path in a header", "/camunda/nothing").with("X-Original-URL", "/actuator/info"),
                get("another path in another header", "/camunda/nothing").with("X-Rewrite-URL", "/actuator/info"),
                get("a prefix in a header", "/nothing").with("X-Forwarded-Prefix", "/camunda/app/tasklist/default"),
                get("an address of another machine", "http://evil.example.com/actuator/env")
                        .through(Door.REST));
    }
}
