package com.targettoclose.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.targettoclose.process.people.Group;
import com.targettoclose.process.people.SalesTeams;
import com.targettoclose.process.requests.StalledDeals;
import com.targettoclose.testing.Deal;
import com.targettoclose.testing.Deals;
import com.targettoclose.testing.Http;
import com.targettoclose.testing.OnH2;
import com.targettoclose.testing.OnPostgres;
import com.targettoclose.testing.TestClock;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** What turns a deal, over HTTP: a setback, an ending, and going on after one. */
class TurnsOverHttpTests {

    @Nested
    @OnH2
    class OnH2Database extends Body {}

    @Nested
    @OnPostgres
    class OnPostgresDatabase extends Body {}

    abstract static class Body {

        private static final String REP = "hugo";
        private static final String OTHER = "olga";

        @LocalServerPort
        int port;

        @Autowired
        Deals deals;

        @Autowired
        TestClock clock;

        @Autowired
        IdentityService identities;

        @Autowired
        SalesTeams teams;

        @Autowired
        StalledDeals stalledDeals;

        @Autowired
        TransactionTemplate transactions;

        private Http rep;

        @BeforeEach
        void users() {
            deals.user(REP);
            deals.user(OTHER);
            rep = http(REP);
        }

        @Test
        void aSetbackBringsTheDealBackToWhereItIsOwed() {
            var deal = open().reach("diagnosis");
            var answer = rep.post(path(deal, "setbacks"), setback("change"));
            assertThat(answer.status()).as(answer.body()::toString).isEqualTo(200);
            assertThat(answer.body().path("stage").asText()).isEqualTo("discovery");
            assertThat(texts(answer.body().path("gaps"), "item")).containsExactly("change");
            assertThat(texts(answer.body().path("gaps"), "reason")).containsExactly("withdrawn");
            deal.settle();
            assertThat(deal.openConversations()).containsExactly("UserTask_EstablishWhyChangeWhyNow");
            assertThat(ledgerKinds(deal)).contains("withdrawn", "re-entered");
        }

        @Test
        void faultsOfASetbackAreToldAtOnce() {
            var deal = open().reach("discovery");
            var refused = rep.post(
                    path(deal, "setbacks"), Map.of("item", "change", "occurredOn", "2031-01-01", "mood", "bad"));
            assertThat(refused.status()).isEqualTo(422);
            assertThat(texts(refused.body().path("faults"), "field")).containsExactly("mood");
            var again = rep.post(path(deal, "setbacks"), Map.of("item", "change", "occurredOn", "2031-01-01"));
            assertThat(texts(again.body().path("faults"), "code"))
                    .containsExactly("not-held", "missing", "withdrawn-without-words", "in-the-future");
        }

        @Test
        void aDealIsClosedWithItsReasonAndReopened() {
            var deal = open().reach("discovery");
            var wrong = rep.post(path(deal, "closing"), Map.of("as", "lost", "reason", "rain", "words", "It rained"));
            assertThat(wrong.status()).isEqualTo(422);
            assertThat(texts(wrong.body().path("faults"), "message").get(0)).contains("'rain'", "other-supplier");
            var closed = rep.post(
                    path(deal, "closing"),
                    Map.of("as", "lost", "reason", "price", "lostTo", "Kettle", "words", "Too dear for us"));
            assertThat(closed.status()).isEqualTo(200);
            assertThat(closed.body().path("status").asText()).isEqualTo("lost");
            assertThat(rep.post(path(deal, "setbacks"), setback("time")).status())
                    .isEqualTo(409);
            assertThat(rep.post(path(deal, "closing"), Map.of("as", "lost", "reason", "price", "words", "Too dear"))
                            .status())
                    .isEqualTo(409);
            var reopened = rep.post(path(deal, "reopening"), Map.of("words", "They called us back"));
            assertThat(reopened.status()).isEqualTo(200);
            deal.settle();
            var now = rep.get("/api/opportunities/" + deal.id()).body();
            assertThat(now.path("status").asText()).isEqualTo("open");
            assertThat(now.path("stage").asText()).isEqualTo("discovery");
            assertThat(now.path("openConversations")).hasSize(2);
            assertThat(rep.post(path(deal, "reopening"), Map.of("words", "Once more"))
                            .status())
                    .isEqualTo(409);
            assertThat(ledgerKinds(deal)).containsSubsequence("closing", "closed", "reopened");
        }

        @Test
        void aDealIsHandedOverWithItsConversations() {
            var deal = open().reach("discovery");
            var faulty = rep.post(path(deal, "owner"), Map.of("owner", "nobody"));
            assertThat(texts(faulty.body().path("faults"), "code")).containsExactly("unknown-user");
            var handed = rep.post(path(deal, "owner"), Map.of("owner", OTHER, "note", "Ruth decides alone"));
            assertThat(handed.status()).as(handed.body()::toString).isEqualTo(200);
            assertThat(handed.body().path("owner").asText()).isEqualTo(OTHER);
            assertThat(rep.get("/api/opportunities/" + deal.id()).status()).isEqualTo(404);
            var task = deal.task("UserTask_ExploreTheNeedToChange");
            assertThat(task.getAssignee()).isEqualTo(OTHER);
            var form = "/engine-rest/task/" + task.getId() + "/form-variables";
            assertThat(rep.get(form).status()).isEqualTo(403);
            assertThat(http(OTHER).get(form).status()).isEqualTo(200);
        }

        @Test
        void aWaiverIsAskedForDecidedAndShown() {
            var deal = open().reach("discovery");
            var impossible =
                    rep.post(path(deal, "waivers"), Map.of("items", List.of("decide", "time"), "reason", "No"));
            assertThat(texts(impossible.body().path("faults"), "code")).containsExactly("not-waivable", "not-owed");
            var asked = rep.post(
                    path(deal, "waivers"), Map.of("items", List.of("agenda-agreed"), "reason", "They will not plan"));
            assertThat(asked.status()).as(asked.body()::toString).isEqualTo(201);
            var waiver = asked.response().headers().firstValue("Location").orElseThrow();
            assertThat(asked.body().path("state").asText()).isEqualTo("open");
            var grant = Map.of("decision", "granted", "reason", "Fine for once", "expiresOn", "2026-06-30");
            assertThat(rep.post(waiver, grant).status()).as("the owner").isEqualTo(403);
            assertThat(http(OTHER).post(waiver, grant).status())
                    .as("a colleague")
                    .isEqualTo(404);
            var manager = manager();
            assertThat(manager.post(waiver, Map.of("decision", "granted")).status())
                    .isEqualTo(422);
            var granted = manager.post(waiver, grant);
            assertThat(granted.status()).as(granted.body()::toString).isEqualTo(200);
            assertThat(granted.body().path("expiresOn").asText()).isEqualTo("2026-06-30");
            assertThat(manager.post(waiver, grant).status()).isEqualTo(409);
            assertThat(rep.post(waiver + "9", grant).status()).isEqualTo(404);
            assertThat(rep.get("/api/waivers/nonsense").status()).isEqualTo(404);
            var shown = rep.get("/api/opportunities/" + deal.id()).body();
            assertThat(texts(shown.path("waivers"), "state")).containsExactly("granted");
            assertThat(texts(shown.path("waivers"), "reason")).containsExactly("They will not plan");
            assertThat(texts(shown.path("gaps"), "item")).doesNotContain("agenda-agreed");
            assertThat(ledgerKinds(deal)).containsSubsequence("waiver-asked", "waived");
        }

        @Test
        void aStalledDealIsAdvisedOn() {
            var manager = manager();
            var deal = open().reach("discovery");
            clock.advance(Period.ofDays(22));
            lookAtAll();
            var stall = rep.get("/api/opportunities/" + deal.id()).body().path("stall");
            assertThat(stall.path("quietSince").asText()).isEqualTo("2026-03-02");
            assertThat(stall.path("allowedDays").asInt()).isEqualTo(21);
            var items = rep.get("/api/opportunities/" + deal.id()).body().path("items");
            assertThat(items.get(2).path("item").asText()).isEqualTo("time");
            assertThat(items.get(2).path("lapsesOn").asText()).isEqualTo("2026-06-01");
            assertThat(items.get(0).path("lapsesOn").isNull()).isTrue();
            clock.advance(Period.ofDays(8));
            lookAtAll();
            var advice = Map.of("advice", "waiver", "words", "Go on without the agenda");
            assertThat(rep.post(path(deal, "coaching"), advice).status())
                    .as("the owner")
                    .isEqualTo(403);
            assertThat(http(OTHER).post(path(deal, "coaching"), advice).status())
                    .as("a colleague")
                    .isEqualTo(404);
            assertThat(manager.post(path(deal, "coaching"), Map.of("advice", "hope"))
                            .status())
                    .isEqualTo(422);
            var advised = manager.post(path(deal, "coaching"), advice);
            assertThat(advised.status()).as(advised.body()::toString).isEqualTo(200);
            assertThat(advised.body().path("stall").isNull()).isTrue();
            assertThat(manager.post(path(deal, "coaching"), advice).status()).isEqualTo(409);
            assertThat(ledgerKinds(deal)).containsSubsequence("stalled", "escalated", "coached");
        }

        private void lookAtAll() {
            boolean more = true;
            while (more) {
                more = stalledDeals.find();
            }
        }

        @Test
        void aColleaguesDealIsNotThere() {
            var deal = open().reach("discovery");
            var other = http(OTHER);
            assertThat(other.post(path(deal, "setbacks"), setback("time")).status())
                    .isEqualTo(404);
            assertThat(other.post(path(deal, "closing"), Map.of()).status()).isEqualTo(404);
            assertThat(other.post(path(deal, "reopening"), Map.of()).status()).isEqualTo(404);
        }

        private Deal open() {
            return deals.open("50000", "new-business", REP);
        }

        private Map<String, String> setback(String item) {
            return Map.of(
                    "item",
                    item,
                    "contact",
                    "Ada Brook",
                    "words",
                    "The board stopped all projects",
                    "occurredOn",
                    clock.today().toString());
        }

        private List<String> ledgerKinds(Deal deal) {
            var ledger = rep.get("/api/opportunities/" + deal.id() + "/ledger").body();
            assertThat(ledger.path("chainHolds").asBoolean()).isTrue();
            return texts(ledger.path("entries"), "kind");
        }

        private Http manager() {
            deals.user("mona");
            if (identities
                            .createGroupQuery()
                            .groupMember("mona")
                            .groupId(Group.MANAGER.id())
                            .count()
                    == 0) {
                identities.createMembership("mona", Group.MANAGER.id());
            }
            transactions.executeWithoutResult(tx -> teams.keep(REP, "mona"));
            return http("mona");
        }

        private Http http(String user) {
            return new Http(port, user, "Only4Tests-" + user);
        }

        private static String path(Deal deal, String what) {
            return "/api/opportunities/" + deal.id() + "/" + what;
        }

        private static List<String> texts(JsonNode list, String field) {
            return StreamSupport.stream(list.spliterator(), false)
                    .map(node -> node.path(field).asText())
                    .toList();
        }
    }
}
