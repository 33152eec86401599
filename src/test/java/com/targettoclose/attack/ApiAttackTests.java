package com.targettoclose.attack;

import static com.targettoclose.attack.Attack.get;
import static com.targettoclose.attack.Attack.post;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;

@DisplayName("more sent to our own interface than it asks for, and what is somebody else's")
class ApiAttackTests extends AttackTest {

    private static final List<String> NOT_ASKED_FOR_IN_AN_OPENING = List.of(
            "\"status\": \"won\"",
            "\"stage\": \"execution\"",
            "\"processInstanceId\": \"@colleagues-instance@\"",
            "\"createdAt\": \"2000-01-01T00:00:00Z\"",
            "\"ledgerEntries\": 99",
            "\"adherence\": 1",
            "\"importId\": \"x\"",
            "\"recordedBy\": \"admin\"",
            "\"class\": \"java.lang.Runtime\"",
            "\"@class\": \"java.lang.Runtime\"",
            "\"__proto__\": {\"status\": \"won\"}",
            "\"Owner\": \"rep2\"");

    private static final List<String> NOT_ASKED_FOR_IN_AN_ITEM = List.of(
            "\"kind\": \"waived\"",
            "\"provenance\": \"timely\"",
            "\"recordedBy\": \"rep2\"",
            "\"recordedAt\": \"2000-01-01T00:00:00Z\"",
            "\"verified\": true",
            "\"detail\": {\"nextStepOn\": \"2999-01-01\"}");

    static Stream<Attack> attacks() {
        return Stream.of(massAssignment(), othersDeals(), forgedEvidence(), others())
                .flatMap(attacks -> attacks);
    }

    private static Stream<Attack> massAssignment() {
        return Stream.of(
                        NOT_ASKED_FOR_IN_AN_OPENING.stream()
                                .map(field -> post(
                                        "opened with " + field,
                                        "/api/opportunities",
                                        "{\"account\": \"Acme\", \"owner\": \"rep1\", " + field + "}")),
                        NOT_ASKED_FOR_IN_AN_ITEM.stream()
                                .map(field -> post(
                                        "an item recorded with " + field,
                                        "/api/opportunities/@deal@/conversations",
                                        conversation("\"item\": \"problem-known\", \"state\": \"gained\","
                                                + " \"words\": \"Returns cost us two days\", " + field))),
                        Stream.of("\"owner\": \"rep2\"", "\"status\": \"won\"", "\"stage\": \"execution\"")
                                .map(field -> post(
                                        "terms changed with " + field,
                                        "/api/opportunities/@deal@/terms",
                                        "{\"value\": 1, " + field + "}")))
                .flatMap(attacks -> attacks);
    }

    private static Stream<Attack> othersDeals() {
        var talk = conversation("\"item\": \"time\", \"state\": \"gained\", \"words\": \"Come on Thursday at ten\"");
        return Stream.of(
                        get("a colleague's deal", "/api/opportunities/@colleagues-deal@"),
                        get("a colleague's ledger", "/api/opportunities/@colleagues-deal@/ledger"),
                        get("a colleague's deals listed", "/api/opportunities?owner=rep2"),
                        get("a colleague's deals listed under two names", "/api/opportunities?owner=rep1&owner=rep2"),
                        post(
                                "a conversation in a colleague's deal",
                                "/api/opportunities/@colleagues-deal@/conversations",
                                talk),
                        post(
                                "a colleague's terms changed",
                                "/api/opportunities/@colleagues-deal@/terms",
                                "{\"value\": 1}"),
                        post(
                                "a deal opened for a colleague",
                                "/api/opportunities",
                                "{\"account\": \"Acme\", \"owner\": \"rep2\"}"),
                        post(
                                "a deal opened for nobody",
                                "/api/opportunities",
                                "{\"account\": \"Acme\", \"owner\": \"nobody-at-all\"}"),
                        post(
                                "a deal opened under a colleague's number",
                                "/api/opportunities",
                                "{\"id\": \"@colleagues-deal@\", \"account\": \"Acme\", \"owner\": \"rep1\"}"),
                        get("all imports", "/api/imports"),
                        get("somebody's import", "/api/imports/@import@"))
                .map(attack -> attack.by(Person.NOBODY, Person.REP));
    }

    private static Stream<Attack> forgedEvidence() {
        var good = "\"item\": \"problem-known\", \"words\": \"Returns cost us two days\", ";
        return Stream.of(
                talk("a waiver as evidence", good + "\"state\": \"waived\""),
                talk("verified by oneself", good + "\"state\": \"verified\""),
                talk(
                        "an item nobody knows",
                        "\"item\": \"no-such-item\", \"state\": \"gained\", \"words\": \"One two three four\""),
                talk(
                        "an item that is SQL",
                        "\"item\": \"x'; drop table t2c_ledger_entry; --\", \"state\": \"gained\", \"words\": \"One two three four\""),
                talk("gained without a word", "\"item\": \"problem-known\", \"state\": \"gained\""),
                talk("gained in one word", "\"item\": \"problem-known\", \"state\": \"gained\", \"words\": \"yes\""),
                talk("proof without a link", good + "\"state\": \"gained\", \"proof\": \"signature\""),
                talk(
                        "a link that is a script",
                        good + "\"state\": \"gained\", \"proof\": \"message\", \"link\": \"javascript:alert(1)\""),
                talk(
                        "a link that is data",
                        good
                                + "\"state\": \"gained\", \"proof\": \"message\", \"link\": \"data:text/html,<script>alert(1)</script>\""),
                talk(
                        "a link into the machine",
                        good + "\"state\": \"gained\", \"proof\": \"message\", \"link\": \"file:///etc/passwd\""),
                post(
                        "held in the future",
                        "/api/opportunities/@deal@/conversations",
                        conversation(good + "\"state\": \"gained\"").replace("2026-03-01", "2999-01-01")),
                post(
                        "one item twice",
                        "/api/opportunities/@deal@/conversations",
                        conversation(good + "\"state\": \"gained\"}, {" + good + "\"state\": \"declined\"")),
                post(
                        "evidence for a lost deal",
                        "/api/opportunities/@ended-deal@/conversations",
                        conversation(good + "\"state\": \"gained\"")),
                post(
                        "a talk about nothing",
                        "/api/opportunities/@deal@/conversations",
                        "{\"heldOn\": \"2026-03-01\", \"channel\": \"call\", \"items\": []}"));
    }

    private static Stream<Attack> others() {
        return Stream.of(
                Attack.delete("a deal deleted", "/api/opportunities/@deal@"),
                Attack.put("a deal replaced", "/api/opportunities/@deal@", "{\"status\": \"won\"}"),
                Attack.of("a deal patched", "PATCH", "/api/opportunities/@deal@", Body.json("{\"status\": \"won\"}")),
                Attack.delete("the ledger deleted", "/api/opportunities/@deal@/ledger"),
                post(
                        "a line written into the ledger",
                        "/api/opportunities/@deal@/ledger",
                        "{\"kind\": \"gained\", \"item\": \"decide\"}"),
                get("a status that is SQL", "/api/opportunities?status=open'%20or%201=1--"),
                get("a page below the first", "/api/opportunities?page=-1"),
                get("a page beyond numbers", "/api/opportunities?page=99999999999999999999"),
                get("all deals on one page", "/api/opportunities?size=2147483647"),
                get("a deal by a path", "/api/opportunities/..%2f..%2factuator%2fenv"),
                get("a deal by SQL", "/api/opportunities/x'%20or%20'1'='1"));
    }

    private static Attack talk(String name, String item) {
        return post(name, "/api/opportunities/@deal@/conversations", conversation(item));
    }

    private static String conversation(String item) {
        return "{\"contact\": \"Ada Brook\", \"heldOn\": \"2026-03-01\", \"channel\": \"call\", \"items\": [{" + item
                + "}]}";
    }
}
