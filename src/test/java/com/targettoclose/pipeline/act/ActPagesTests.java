package com.targettoclose.pipeline.act;

import static org.assertj.core.api.Assertions.assertThat;

import com.targettoclose.ledger.EntryKind;
import com.targettoclose.opportunity.Status;
import com.targettoclose.process.people.Group;
import com.targettoclose.process.people.SalesTeams;
import com.targettoclose.security.Visitor;
import com.targettoclose.testing.Answers;
import com.targettoclose.testing.Deal;
import com.targettoclose.testing.Deals;
import com.targettoclose.testing.Http;
import com.targettoclose.testing.OnH2;
import com.targettoclose.testing.OnPostgres;
import com.targettoclose.testing.TestClock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;

/** What can be done with a deal from its page, each by its form, as the person who does it. */
class ActPagesTests {

    @Nested
    @OnH2
    class OnH2Database extends Body {}

    @Nested
    @OnPostgres
    class OnPostgresDatabase extends Body {}

    abstract static class Body {

        private static final String REP = "selma";
        private static final String OTHER = "tarek";
        private static final String MANAGER = "ulrike";
        private static final String EARN = "UserTask_EarnTheMeeting";

        @LocalServerPort
        int port;

        @Autowired
        Deals deals;

        @Autowired
        IdentityService identities;

        @Autowired
        SalesTeams teams;

        @Autowired
        TransactionTemplate transactions;

        private Visitor rep;

        @BeforeEach
        void people() {
            deals.user(REP);
            deals.user(OTHER);
            deals.user(MANAGER);
            if (identities
                            .createUserQuery()
                            .userId(MANAGER)
                            .memberOfGroup(Group.MANAGER.id())
                            .count()
                    == 0) {
                identities.deleteMembership(MANAGER, Group.REP.id());
                identities.createMembership(MANAGER, Group.MANAGER.id());
            }
            transactions.executeWithoutResult(status -> teams.keep(REP, MANAGER));
            rep = visitor(REP);
        }

        @Test
        void aConversationOfOnesOwnCountsAtOnce() {
            var deal = open();
            Map<String, String> fields = new HashMap<>(talk());
            for (var item : List.of("fit-hypothesis", "value-for-client", "time")) {
                fields.put(item + ".state", "gained");
                fields.put(item + ".words", Answers.words(deals.item(item)));
            }
            assertThat(act(rep, deal, "conversation", fields)).endsWith("?done=conversation");
            assertThat(deal.settle().stage()).isEqualTo("discovery");
            assertThat(body(rep.get("/opportunities/" + deal.id() + "?done=conversation")))
                    .contains("The conversation is recorded.", "recorded a conversation of their own with Ada Brook");
        }

        @Test
        void everyFaultIsSaidAtOnceAndNothingTypedIsLost() {
            var deal = open();
            var refused = send(
                    rep,
                    deal,
                    "conversation",
                    Map.of(
                            "contact",
                            "Ada Brook",
                            "time.state",
                            "gained",
                            "time.words",
                            "Fine",
                            "heldOn",
                            "2031-01-01"));
            assertThat(refused.getStatusCode().value()).isEqualTo(422);
            assertThat(body(refused))
                    .contains("2031-01-01 has not come yet.", "is too little", "Please fill in how you talked.")
                    .contains("value=\"Ada Brook\"", ">Fine</textarea>", "aria-invalid=\"true\"");
            assertThat(deal.history().entries()).noneMatch(entry -> entry.kind() == EntryKind.GAINED);
        }

        @Test
        void aSetbackBringsTheDealBack() {
            var deal = open().gain(EARN);
            act(
                    rep,
                    deal,
                    "setback",
                    Map.of(
                            "item", "time",
                            "contact", "Ada Brook",
                            "occurredOn", TestClock.TODAY.toString(),
                            "words", "We cannot meet you before the summer"));
            assertThat(deal.settle().stage()).isEqualTo("target");
        }

        @Test
        void termsAWaiverAndANewOwner() {
            var deal = open();
            act(rep, deal, "terms", Map.of("value", "9000", "currency", "EUR"));
            assertThat(deal.opportunity().terms().value()).isEqualByComparingTo("9000");
            act(rep, deal, "waiver", Map.of("items", "fit-hypothesis", "reason", "They are a client of ours already"));
            assertThat(deal.history().newest(EntryKind.WAIVER_ASKED)).isPresent();
            act(rep, deal, "hand-over", Map.of("owner", OTHER, "note", "Call before nine"));
            assertThat(deal.opportunity().owner()).isEqualTo(OTHER);
            assertThat(rep.get("/opportunities/" + deal.id()).getStatusCode().value())
                    .isEqualTo(404);
        }

        @Test
        void aDealIsClosedWithItsReasonAndTakenUpAgain() {
            var deal = open();
            act(rep, deal, "closing", Map.of("reason", "lost:price", "lostTo", "Kettle", "words", "Too dear for us"));
            assertThat(deal.settle().status()).isEqualTo(Status.LOST);
            var page = body(rep.get("/opportunities/" + deal.id()));
            assertThat(page).contains("acts/reopening").doesNotContain("acts/closing");
            assertThat(send(rep, deal, "closing", Map.of()).getStatusCode().value())
                    .isEqualTo(409);
            act(rep, deal, "reopening", Map.of("words", "They called us back"));
            assertThat(deal.settle().status()).isEqualTo(Status.OPEN);
        }

        @Test
        void somebodyElseChecksAndTheOwnerCannot() {
            var deal = open().gain(EARN);
            var manager = visitor(MANAGER);
            assertThat(body(rep.get("/opportunities/" + deal.id()))).doesNotContain("acts/check");
            assertThat(body(manager.get("/opportunities/" + deal.id()))).contains("acts/check");
            var own = send(rep, deal, "check", Map.of("items", "time", "words", "I was there and heard it"));
            assertThat(own.getStatusCode().value()).isEqualTo(409);
            assertThat(body(own)).contains("This is your own deal.");
            assertThat(deal.history().holdings().get("time").verified()).isFalse();
            act(manager, deal, "check", Map.of("items", "time", "words", "I read their calendar acceptance"));
            assertThat(deal.history().holdings().get("time").verified()).isTrue();
            assertThat(body(manager.get("/opportunities/" + deal.id())))
                    .contains("mark verified", "I read their calendar acceptance", "ulrike Test");
        }

        @Test
        void aWaiverIsDecidedFromThePageAndNeverByTheOwner() {
            var deal = open();
            act(rep, deal, "waiver", Map.of("items", "fit-hypothesis", "reason", "They are a client of ours already"));
            var manager = visitor(MANAGER);
            assertThat(body(rep.get("/opportunities/" + deal.id()))).doesNotContain("acts/decision");
            assertThat(body(manager.get("/opportunities/" + deal.id()))).contains("acts/decision");
            int number =
                    deal.history().newest(EntryKind.WAIVER_ASKED).orElseThrow().number();
            Map<String, String> decision = new HashMap<>(Map.of(
                    "waiver",
                    Integer.toString(number),
                    "decision",
                    "granted",
                    "reason",
                    "I know their plant, they fit",
                    "expiresOn",
                    TestClock.TODAY.plusDays(30).toString()));
            assertThat(send(rep, deal, "decision", decision).getStatusCode().value())
                    .isEqualTo(409);
            assertThat(send(manager, deal, "decision", Map.of()).getStatusCode().value())
                    .isEqualTo(422);
            act(manager, deal, "decision", decision);
            assertThat(deal.history().holdings().get("fit-hypothesis").waivedOn(TestClock.TODAY))
                    .isTrue();
            assertThat(body(rep.get("/opportunities/" + deal.id())))
                    .contains("waiver-granted", "I know their plant, they fit", "until 1 Apr 2026");
        }

        @Test
        void aCheckOverHttpSaysWhatIsWrongAndShowsInTheItems() {
            var deal = open().gain(EARN);
            var path = "/api/opportunities/" + deal.id() + "/checks";
            var manager = new Http(port, MANAGER, "Only4Tests-" + MANAGER);
            var own = new Http(port, REP, "Only4Tests-" + REP)
                    .post(path, Map.of("items", List.of("time"), "words", "I was there and heard it"));
            assertThat(own.status()).isEqualTo(403);
            var faulty = manager.post(path, Map.of("items", List.of("decide", "moon")));
            assertThat(faulty.status()).isEqualTo(422);
            assertThat(faulty.body().path("faults").findValuesAsText("code"))
                    .containsExactly("not-to-check", "unknown-item", "missing");
            var done = manager.post(path, Map.of("items", List.of("time"), "words", "I read their acceptance"));
            assertThat(done.status()).as(done.body()::toString).isEqualTo(200);
            for (var item : done.body().path("items")) {
                var expected = switch (item.path("item").asText()) {
                    case "time" -> "verified";
                    case "fit-hypothesis", "value-for-client" -> "words";
                    default -> "null";
                };
                assertThat(item.path("proof").asText()).isEqualTo(expected);
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "conversation",
                    "setback",
                    "waiver",
                    "terms",
                    "closing",
                    "reopening",
                    "hand-over",
                    "check",
                    "decision"
                })
        void nobodyActsOnAColleaguesDealOrWithoutTheTokenOfTheForm(String act) {
            var deal = deals.open("50000", "new-business", OTHER);
            int before = deal.history().entries().size();
            assertThat(send(rep, deal, act, Map.of()).getStatusCode().value()).isEqualTo(404);
            var own = open();
            var forged = rep.send(
                    HttpMethod.POST,
                    "/opportunities/" + own.id() + "/acts/" + act,
                    Visitor.form(Map.of("words", "They called us back")),
                    Map.of());
            assertThat(forged.getStatusCode().value()).isEqualTo(403);
            assertThat(deal.history().entries()).hasSize(before);
        }

        private Map<String, String> talk() {
            return Map.of("contact", "Ada Brook", "heldOn", TestClock.TODAY.toString(), "channel", "call");
        }

        private Deal open() {
            return deals.open("50000", "new-business", REP);
        }

        private Visitor visitor(String user) {
            return Visitor.person(port, user, "Only4Tests-" + user);
        }

        /** Where it leads once it is done. */
        private static String act(Visitor visitor, Deal deal, String act, Map<String, String> fields) {
            var answer = send(visitor, deal, act, fields);
            assertThat(answer.getStatusCode().value()).as(answer.getBody()).isEqualTo(302);
            return String.valueOf(answer.getHeaders().getLocation());
        }

        private static ResponseEntity<String> send(Visitor visitor, Deal deal, String act, Map<String, String> fields) {
            Map<String, String> sent = new HashMap<>(fields);
            sent.put("_csrf", Visitor.csrfIn(body(visitor.get("/"))));
            return visitor.send(
                    HttpMethod.POST, "/opportunities/" + deal.id() + "/acts/" + act, Visitor.form(sent), Map.of());
        }

        private static String body(ResponseEntity<String> answer) {
            return String.valueOf(answer.getBody());
        }
    }
}
