package com.targettoclose.attack;

import static com.targettoclose.attack.Attack.get;
import static com.targettoclose.attack.Attack.post;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;

@DisplayName("bodies that are too large, too deep or no text")
class BodyAttackTests extends AttackTest {

    private static final int DEEP = 100_000;
    private static final String OPEN = "/api/opportunities";
    private static final String DEAL =
            "{\"account\": \"Acme\", \"owner\": \"rep1\", \"value\": %s, \"currency\": \"USD\"}";

    static Stream<Attack> attacks() {
        return Stream.of(ours("api", OPEN), ours("engine", "engine:/task"), numbers(), texts(), types(), large())
                .flatMap(attacks -> attacks)
                .map(attack -> attack.by(Person.NOBODY, Person.REP));
    }

    private static Stream<Attack> ours(String of, String path) {
        return Stream.of(
                post(of + ": lists nested without end", path, "[".repeat(DEEP)),
                post(of + ": objects nested without end", path, "{\"a\":".repeat(DEEP)),
                post(of + ": nested and closed", path, "{\"a\": " + "[".repeat(DEEP) + "]".repeat(DEEP) + "}"),
                post(of + ": a list where an object belongs", path, "[]"),
                post(of + ": a text where an object belongs", path, "\"x\""),
                post(of + ": no JSON", path, "{account: Acme"),
                post(of + ": an object that never ends", path, "{\"account\": \"Acme\""),
                Attack.of(of + ": bytes that are no UTF-8", "POST", path, new Body("application/json", new byte[] {
                    '{', '"', (byte) 0xc3, '(', '"', ':', '1', '}'
                })),
                Attack.of(
                        of + ": UTF-16 that says it is not",
                        "POST",
                        path,
                        new Body("application/json", "{\"account\": 1".getBytes(StandardCharsets.UTF_16))));
    }

    private static Stream<Attack> numbers() {
        return List.of(
                        "1e999999999",
                        "-1e999999999",
                        "9".repeat(900),
                        "1".repeat(5_000),
                        "NaN",
                        "0x10",
                        "-1",
                        "1e400",
                        "0.001")
                .stream()
                .map(number -> post(
                        "a value of " + (number.length() > 20 ? number.length() + " digits" : number),
                        OPEN,
                        DEAL.formatted(number)));
    }

    private static Stream<Attack> texts() {
        return Stream.of(
                account("of a hundred thousand letters", "a".repeat(100_000)),
                account("with a zero in it", "Ac\\u0000me"),
                account("with half a character", "Ac\\ud800me"),
                account("that turns around", "Ac\\u202eme"),
                account("of blanks that cannot be seen", "\\u200b\\u200b"),
                post("an id with a slash", OPEN, "{\"id\": \"a/../b\", \"account\": \"Acme\", \"owner\": \"rep1\"}"),
                post(
                        "an id that is a script",
                        OPEN,
                        "{\"id\": \"<script>\", \"account\": \"Acme\", \"owner\": \"rep1\"}"),
                post(
                        "an id with a zero in it",
                        OPEN,
                        "{\"id\": \"a\\u0000\", \"account\": \"Acme\", \"owner\": \"rep1\"}"),
                post(
                        "an id of many letters",
                        OPEN,
                        "{\"id\": \"%s\", \"account\": \"Acme\", \"owner\": \"rep1\"}".formatted("a".repeat(5_000))),
                post("an owner with a zero in the name", OPEN, "{\"account\": \"Acme\", \"owner\": \"rep1\\u0000\"}"),
                get("an id with a zero in the address", "/api/opportunities/a%00b"),
                get("a zero in what is searched for", "/api/opportunities?stage=a%00b"),
                get("an id of many letters in the address", "/api/opportunities/" + "a".repeat(5_000)));
    }

    private static Attack account(String name, String account) {
        return post("an account " + name, OPEN, "{\"account\": \"%s\", \"owner\": \"rep1\"}".formatted(account));
    }

    private static Stream<Attack> types() {
        var good = "{\"account\": \"Acme\", \"owner\": \"rep1\"}";
        return Stream.of(
                        "text/plain",
                        "application/xml",
                        "application/x-www-form-urlencoded",
                        "application/x-java-serialized-object",
                        "application/yaml",
                        "nonsense",
                        "application/json; charset=nonsense",
                        "*/*")
                .map(type -> Attack.of("sent as " + type, "POST", OPEN, Body.text(type, good)));
    }

    private static Stream<Attack> large() {
        var megabytes = "{\"account\": \"" + "a".repeat(20_000_000) + "\", \"owner\": \"rep1\"}";
        return Stream.of(
                post("api: twenty megabytes", OPEN, megabytes),
                post("engine: twenty megabytes", "engine:/task", megabytes),
                get("an address of fifty thousand letters", "/api/opportunities?status=" + "a".repeat(50_000)),
                get("a header of fifty thousand letters", "/api/opportunities").with("X-Any", "a".repeat(50_000)),
                post(
                        "five thousand items",
                        "/api/opportunities/@deal@/conversations",
                        "{\"heldOn\": \"2026-03-01\", \"channel\": \"call\", \"items\": ["
                                + "{\"item\": \"x\"},".repeat(4_999) + "{}]}"),
                post(
                        "a thousand or-queries",
                        "engine:/task",
                        "{\"orQueries\": [" + "{\"name\": \"x\"},".repeat(999) + "{\"assigneeExpression\": \""
                                + Code.COMMAND + "\"}]}"));
    }
}
