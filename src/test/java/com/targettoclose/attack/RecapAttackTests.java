package com.targettoclose.attack;

import static com.targettoclose.attack.Attack.get;
import static com.targettoclose.attack.Attack.post;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;

@DisplayName("on what a client confirms, and on pages of deals")
class RecapAttackTests extends AttackTest {

    private static final String GUESSED = "/recaps/" + "A".repeat(65);
    private static final String CHECK = "{\"items\": [\"time\"], \"words\": \"I was there and heard it\"%s}";

    static Stream<Attack> attacks() {
        return Stream.of(checks(), links(), pages()).flatMap(attacks -> attacks);
    }

    private static Stream<Attack> checks() {
        return Stream.of(
                post("one's own deal checked", "/api/opportunities/@deal@/checks", CHECK.formatted(""))
                        .by(Person.everybodyBut(Person.MANAGER, Person.LEADER)),
                post("a colleague's deal checked", "/api/opportunities/@colleagues-deal@/checks", CHECK.formatted(""))
                        .by(Person.everybodyBut(Person.MANAGER, Person.LEADER)),
                post(
                        "a check in somebody else's name",
                        "/api/opportunities/@deal@/checks",
                        CHECK.formatted(", \"recordedBy\": \"leader1\"")),
                post(
                        "a check of what the client has not given",
                        "/api/opportunities/@deal@/checks",
                        "{\"items\": [\"decide\"], \"words\": \"I was there and heard it\"}"),
                post("an ended deal checked", "/api/opportunities/@ended-deal@/checks", CHECK.formatted("")));
    }

    private static Stream<Attack> links() {
        return Stream.of(
                post("a link for a colleague's deal", "/api/opportunities/@colleagues-deal@/recaps", "{}")
                        .by(Person.everybodyBut(Person.MANAGER, Person.LEADER)),
                post(
                        "a link that never expires",
                        "/api/opportunities/@deal@/recaps",
                        "{\"expiresAt\": \"2999-12-31T00:00:00Z\"}"),
                post("a link for what was not a conversation", "/api/opportunities/@deal@/recaps", "{\"entry\": 1}"),
                get("a link guessed", GUESSED),
                get("a deal's id for a link", "/recaps/@deal@"),
                get("a link of half its length", GUESSED.substring(0, 30)),
                post("a guessed link answered", GUESSED, "{\"by\": \"Ada\"}"),
                post("a deal's id answered", "/recaps/@deal@", "{\"by\": \"Ada\"}"));
    }

    private static Stream<Attack> pages() {
        var others = Person.everybodyBut(Person.MANAGER, Person.LEADER);
        return Stream.of(
                get("the page of a colleague's deal", "/opportunities/@colleagues-deal@")
                        .by(Person.NOBODY, Person.REP),
                get("a colleague's planner", "/opportunities/@colleagues-deal@/planner/UserTask_EarnTheMeeting")
                        .by(others),
                get(
                                "a colleague's next step",
                                "/opportunities/@colleagues-deal@/planner/UserTask_EarnTheMeeting/next-step.ics")
                        .by(others),
                get("a form for a colleague's deal", "/opportunities/@colleagues-deal@/acts/closing")
                        .by(others),
                get("a form that there is none of", "/opportunities/@deal@/acts/winning"),
                post("done without the form's token", "/opportunities/@deal@/acts/setback", "{}"),
                post(
                        "prepared without the form's token",
                        "/opportunities/@deal@/planner/UserTask_EarnTheMeeting",
                        "{}"),
                post("a link made without the form's token", "/opportunities/@deal@/recaps", "{}"));
    }
}
