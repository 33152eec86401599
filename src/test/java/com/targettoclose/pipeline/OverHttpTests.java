package com.targettoclose.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.targettoclose.process.people.Group;
import com.targettoclose.testing.Deals;
import com.targettoclose.testing.Http;
import com.targettoclose.testing.Http.Answer;
import com.targettoclose.testing.Jobs;
import com.targettoclose.testing.OnH2;
import com.targettoclose.testing.OnPostgres;
import com.targettoclose.testing.TestClock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A rep's work over HTTP alone: opening, conversations through their forms, reading, changing terms. */
class OverHttpTests {

    @Nested
    @OnH2
    class OnH2Database extends Body {}

    @Nested
    @OnPostgres
    class OnPostgresDatabase extends Body {}

    abstract static class Body {

        private static final String REP = "hugo";
        private static final String OTHER = "olga";
        private static final int MANY = 40;

        @LocalServerPort
        int port;

        @Autowired
        Deals deals;

        @Autowired
        Jobs jobs;

        @Autowired
        TestClock clock;

        @Autowired
        IdentityService identities;

        private Http rep;

        @BeforeEach
        void users() {
            for (var user : List.of(REP, OTHER)) {
                deals.user(user);
                if (identities
                                .createGroupQuery()
                                .groupMember(user)
                                .groupId(Group.REP.id())
                                .count()
                        == 0) {
                    identities.createMembership(user, Group.REP.id());
                }
            }
            rep = http(REP);
        }

        @Test
        void aDealRunsFromOpeningToWonAndItsLedgerTellsTheWholeStory() {
            var id = open(Map.of("value", 50000, "currency", "USD"));
            List<String> stages = new ArrayList<>();
            for (int n = 0; n < MANY && !deal(id).path("openConversations").isEmpty(); n++) {
                stages.add(deal(id).path("stage").asText());
                assertThat(holdFirst(id, List.of()).status()).isEqualTo(204);
            }
            var won = deal(id);
            assertThat(won.path("status").asText()).isEqualTo("won");
            assertThat(won.path("adherence").asDouble()).isEqualTo(1.0);
            assertThat(won.path("gaps")).isEmpty();
            assertThat(won.path("stage").isNull()).isTrue();
            assertThat(stages)
                    .containsExactly(
                            "target",
                            "discovery",
                            "discovery",
                            "diagnosis",
                            "diagnosis",
                            "diagnosis",
                            "presentation",
                            "presentation",
                            "negotiation",
                            "execution");
            var ledger = rep.get("/api/opportunities/" + id + "/ledger").body();
            assertThat(ledger.path("chainHolds").asBoolean()).isTrue();
            assertThat(texts(ledger.path("entries"), "kind"))
                    .startsWith("opened", "gate")
                    .contains("gained", "closed")
                    .endsWith("gate");
            assertThat(texts(won.path("items"), "state")).containsOnly("gained");
        }

        @Test
        void aCommitmentThatIsNotYetGivenNeverLeavesTheStageHoweverOftenItIsTried() {
            var id = open(Map.of());
            holdFirst(id, List.of());
            for (int n = 0; n < 5; n++) {
                hold(id, "UserTask_EstablishWhyChangeWhyNow", List.of("change"));
            }
            hold(id, "UserTask_ExploreTheNeedToChange", List.of());
            var deal = deal(id);
            assertThat(deal.path("stage").asText()).isEqualTo("discovery");
            assertThat(texts(deal.path("gaps"), "item")).containsExactly("change");
            assertThat(deal.path("gaps").get(0).path("waivableBy").asText()).isEqualTo("leader");
            var skipping = deal.path("gaps").get(0).path("skipping");
            assertThat(skipping.path("held").path("won").isNumber()).isTrue();
            assertThat(skipping.path("words").asText()).contains("passed without it");
            assertThat(deal.path("openConversations")).hasSize(1);
            assertThat(deal.path("openConversations").get(0).path("attempts").asInt())
                    .isEqualTo(5);
        }

        @Test
        void everyFaultOfAFormIsToldAtOnceInPlainWordsAndTheTaskStays() {
            var id = open(Map.of());
            var task = taskOf(id, 0);
            Map<String, Object> fields = new HashMap<>();
            fields.put("contact", "");
            fields.put("heldOn", clock.today().plusDays(3).toString());
            fields.put("channel", "pigeon");
            fields.put("fitHypothesisState", "gained");
            fields.put("timeState", "gained");
            fields.put("timeWords", "yes");
            fields.put("timeProof", "message");
            fields.put("smuggled", "value");
            var refused = submit(task, fields);
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.body().path("message").asText())
                    .contains("has not come yet", "pigeon", "smuggled", "too little", "link", "who at the client")
                    .doesNotContain("ENGINE-", "Exception", "submit task form");
            assertThat(taskOf(id, 0)).isEqualTo(task);
            assertThat(texts(
                            rep.get("/api/opportunities/" + id + "/ledger")
                                    .body()
                                    .path("entries"),
                            "kind"))
                    .doesNotContain("gained");
        }

        @Test
        void aConversationThatNoDiagramNamesCountsAtOnceAndClosesWhatItMakesMoot() {
            var id = open(Map.of());
            var recorded = rep.post(
                    "/api/opportunities/" + id + "/conversations",
                    conversation("fit-hypothesis", "value-for-client", "time"));
            assertThat(recorded.status()).isEqualTo(201);
            jobs.run(id);
            assertThat(deal(id).path("stage").asText()).isEqualTo("discovery");
            assertThat(texts(
                            rep.get("/api/opportunities/" + id + "/ledger")
                                    .body()
                                    .path("entries"),
                            "kind"))
                    .contains("moot");
        }

        @Test
        void faultyBodiesAreRefusedWithEveryFaultAndTheFieldAsItWasSent() {
            var id = open(Map.of());
            var body = Map.of(
                    "heldOn",
                    "31.12.2025",
                    "channel",
                    "call",
                    "mood",
                    "great",
                    "items",
                    List.of(Map.of("item", "no-such", "state", "gained"), Map.of("item", "time", "state", "perhaps")));
            var refused = rep.post("/api/opportunities/" + id + "/conversations", body);
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.response().headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
            assertThat(texts(refused.body().path("faults"), "field"))
                    .containsExactlyInAnyOrder("heldOn", "mood", "items[0].item", "items[1].state");
            assertThat(rep.postText("/api/opportunities", "{").status()).isEqualTo(400);
            assertThat(rep.postText("/api/opportunities", "[1]").status()).isEqualTo(422);
            var faults = rep.post("/api/opportunities", Map.of("value", -1, "currency", "dollars", "owner", REP))
                    .body()
                    .path("faults");
            assertThat(texts(faults, "field")).containsExactly("account", "value", "currency");
        }

        @Test
        void anIdInUseIsAConflictAndAForeignDealIsNotFound() {
            var id = open(Map.of());
            var again = rep.post("/api/opportunities", Map.of("id", id, "account", "Acme", "owner", REP));
            assertThat(again.status()).isEqualTo(409);
            assertThat(http(OTHER).get("/api/opportunities/" + id).status()).isEqualTo(404);
            assertThat(http(OTHER)
                            .post("/api/opportunities/" + id + "/terms", Map.of("value", 1))
                            .status())
                    .isEqualTo(404);
            assertThat(submitAs(OTHER, taskOf(id, 0), Map.of()).status()).isIn(403, 404);
        }

        @Test
        void termsThatAskForLessCloseWhatBecameMootAndTermsThatAskForMoreLeadBack() {
            var id = open(Map.of());
            holdFirst(id, List.of());
            hold(id, "UserTask_ExploreTheNeedToChange", List.of());
            hold(id, "UserTask_EstablishWhyChangeWhyNow", List.of());
            assertThat(texts(deal(id).path("openConversations"), "key")).contains("UserTask_BuildConsensus");
            var less = rep.post("/api/opportunities/" + id + "/terms", Map.of("value", 5000, "currency", "USD"));
            assertThat(less.status()).isEqualTo(200);
            jobs.run(id);
            assertThat(texts(deal(id).path("openConversations"), "key")).doesNotContain("UserTask_BuildConsensus");
            rep.post("/api/opportunities/" + id + "/terms", Map.of("value", 90000));
            jobs.run(id);
            assertThat(deal(id).path("stage").asText()).isEqualTo("diagnosis");
            assertThat(texts(deal(id).path("openConversations"), "key")).contains("UserTask_BuildConsensus");
        }

        @Test
        void theListIsPagedAndFilteredAndTheInterfaceIsDescribed() {
            open(Map.of());
            open(Map.of());
            var page = rep.get("/api/opportunities?status=open&stage=target&size=1&page=1");
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.body().path("content")).hasSize(1);
            assertThat(page.body().path("total").asInt()).isGreaterThanOrEqualTo(2);
            assertThat(texts(page.body().path("content"), "owner")).containsOnly(REP);
            assertThat(texts(
                            rep.get("/api/opportunities?status=odd&size=0&page=x")
                                    .body()
                                    .path("faults"),
                            "field"))
                    .containsExactly("status", "page", "size");
            var api = rep.get("/v3/api-docs");
            assertThat(api.status()).isEqualTo(200);
            assertThat(api.body().path("paths").has("/api/opportunities/{id}/conversations"))
                    .isTrue();
        }

        private Http http(String user) {
            return new Http(port, user, "Only4Tests-" + user);
        }

        private String open(Map<String, Object> more) {
            Map<String, Object> body = new HashMap<>(more);
            var id = "H-" + UUID.randomUUID();
            body.putAll(Map.of("id", id, "account", "Harbour Tools", "owner", REP));
            var opened = rep.post("/api/opportunities", body);
            assertThat(opened.status()).isEqualTo(201);
            assertThat(opened.response().headers().firstValue("Location")).hasValue("/api/opportunities/" + id);
            jobs.run(id);
            return id;
        }

        private JsonNode deal(String id) {
            return rep.get("/api/opportunities/" + id).body();
        }

        private String taskOf(String id, int index) {
            return deal(id).path("openConversations").get(index).path("taskId").asText();
        }

        private Answer holdFirst(String id, List<String> notYet) {
            return hold(
                    id, deal(id).path("openConversations").get(0).path("key").asText(), notYet);
        }

        /** Fills in the form that the engine serves for a conversation, all of it gained but these items, and submits it. */
        private Answer hold(String id, String key, List<String> notYet) {
            var task = StreamSupport.stream(deal(id).path("openConversations").spliterator(), false)
                    .filter(open -> open.path("key").asText().equals(key))
                    .findFirst()
                    .orElseThrow()
                    .path("taskId")
                    .asText();
            Map<String, Object> fields = new HashMap<>();
            fields.put("contact", "Ada Brook, head of returns");
            fields.put("heldOn", clock.today().toString());
            fields.put("channel", "meeting");
            var form = rep.get("/engine-rest/task/" + task + "/deployed-form").body();
            form.findValuesAsText("key").stream()
                    .filter(name -> name.endsWith("State"))
                    .map(name -> name.substring(0, name.length() - "State".length()))
                    .forEach(item -> answer(fields, item, notYet));
            var submitted = submit(task, fields);
            jobs.run(id);
            return submitted;
        }

        private static void answer(Map<String, Object> fields, String item, List<String> notYet) {
            boolean gained = !notYet.contains(item);
            fields.put(item + "State", gained ? "gained" : "not-yet");
            fields.put(item + "Words", "What she told us about " + item + " matters a lot");
            if (gained && item.equals("decide")) {
                fields.put("decideProof", "signature");
                fields.put("decideLink", "https://sign.example.com/order");
            }
        }

        private Answer submit(String task, Map<String, Object> fields) {
            return submitAs(REP, task, fields);
        }

        private Answer submitAs(String user, String task, Map<String, Object> fields) {
            Map<String, Object> variables = new HashMap<>();
            fields.forEach((name, value) -> variables.put(name, Map.of("value", value, "type", "String")));
            return http(user).post("/engine-rest/task/" + task + "/submit-form", Map.of("variables", variables));
        }

        private Map<String, Object> conversation(String... items) {
            List<Map<String, String>> answers = new ArrayList<>();
            for (var item : items) {
                answers.add(Map.of("item", item, "state", "gained", "words", "She spoke at length about " + item));
            }
            return Map.of(
                    "contact", "Ada Brook", "heldOn", clock.today().toString(), "channel", "call", "items", answers);
        }

        private static List<String> texts(JsonNode list, String field) {
            return StreamSupport.stream(list.spliterator(), false)
                    .map(node -> node.path(field).asText())
                    .toList();
        }
    }
}
