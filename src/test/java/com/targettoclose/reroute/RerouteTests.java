package com.targettoclose.reroute;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.targettoclose.ledger.EntryKind;
import com.targettoclose.ledger.Ledger;
import com.targettoclose.opportunity.Status;
import com.targettoclose.process.people.Group;
import com.targettoclose.testing.Deal;
import com.targettoclose.testing.Deals;
import com.targettoclose.testing.Http;
import com.targettoclose.testing.Jobs;
import com.targettoclose.testing.OnH2;
import com.targettoclose.testing.OnPostgres;
import com.targettoclose.testing.TestClock;
import com.targettoclose.testing.Unverified;
import com.targettoclose.verifier.Edit;
import com.targettoclose.verifier.Shipped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@DisplayName("moving open deals")
class RerouteTests {

    private static final String TABLE = "exit-criteria.dmn";
    private static final String STAGE = "stage-discovery.bpmn";
    private static final String EXPLORE = "UserTask_ExploreTheNeedToChange";
    private static final String ESTABLISH = "UserTask_EstablishWhyChangeWhyNow";
    private static final String OWNER = "redesigner";
    private static final Pattern RENEWAL_ROW = Pattern.compile("(?s)<rule id=\"Rule_Renewal.*?</rule>");

    @Nested
    @OnH2
    @DisplayName("on H2")
    class OnH2Database extends Moved {}

    @Nested
    @OnPostgres
    @DisplayName("on PostgreSQL")
    class OnPostgresDatabase extends Moved {}

    abstract static class Moved {

        @Autowired
        Deals deals;

        @Autowired
        RepositoryService repository;

        @Autowired
        RuntimeService runtime;

        @Autowired
        TaskService tasks;

        @Autowired
        Ledger ledger;

        @Autowired
        RerouteWorker worker;

        @Autowired
        ProcessEngine engine;

        @Autowired
        Jobs jobs;

        @Autowired
        TestClock clock;

        @LocalServerPort
        int port;

        private final List<String> deployments = new ArrayList<>();
        private Http owner;

        @BeforeEach
        void signIn() {
            deals.user(OWNER, Group.PROCESS_OWNER);
            owner = deals.http(port, OWNER);
        }

        @AfterEach
        void shippedAgain() {
            deployments.forEach(id -> repository.deleteDeployment(id, true));
        }

        @Test
        @DisplayName("brings them to where their ledgers put them, with dates, attempts and whoever has a task kept")
        void moved() {
            var deal = deals.open().reach("discovery");
            deal.notYet(EXPLORE, "agenda-agreed");
            var before = task(deal, EXPLORE);
            before.setFollowUpDate(before.getDueDate());
            tasks.saveTask(before);
            tasks.setAssignee(before.getId(), "otto");
            var instance = deal.opportunity().instance().id();
            renamedAndCommitted();

            var finished = run(Map.of("edition", newest(), "ids", List.of(deal.id())));
            assertThat(finished.path("message").asText()).isEqualTo("1 deal moved.");
            assertThat(finished.at("/moves/0/from").asText()).isEqualTo("discovery");
            assertThat(finished.at("/moves/0/to").asText()).isEqualTo("discovery");

            assertThat(runtime.createProcessInstanceQuery()
                            .rootProcessInstanceId(instance)
                            .count())
                    .isZero();
            assertThat(deal.openConversations()).containsExactlyInAnyOrder(EXPLORE, ESTABLISH);
            var after = task(deal, EXPLORE);
            assertThat(after.getId()).isNotEqualTo(before.getId());
            assertThat(after.getName()).startsWith("Explore the need to change together");
            assertThat(after.getDueDate()).isEqualTo(before.getDueDate());
            assertThat(after.getFollowUpDate()).isEqualTo(before.getFollowUpDate());
            assertThat(after.getAssignee()).isEqualTo("otto");
            tasks.setAssignee(after.getId(), Deals.REP);
            assertThat(owner.get("/api/opportunities/" + deal.id())
                            .body()
                            .path("openConversations")
                            .findValuesAsText("attempts"))
                    .contains("1");
            assertThat(kinds(deal)).containsOnlyOnce(EntryKind.MOVED).doesNotContain(EntryKind.RE_ENTERED);
            assertThat(ledger.check(deal.id()).holds()).isTrue();
            deal.win();
            assertThat(deal.opportunity().status()).isEqualTo(Status.WON);
        }

        @Test
        @DisplayName("brings them back where the edition asks for more, and on where it asks for less")
        void elsewhere() {
            var small = deals.open("5000", "new-business").reach("discovery");
            small.notYet(EXPLORE, "agenda-agreed").reach("presentation");
            agendaFrom("", true);
            var back = run(Map.of("edition", newest(), "ids", List.of(small.id())));
            assertThat(back.at("/moves/0/from").asText()).isEqualTo("presentation");
            assertThat(back.at("/moves/0/to").asText()).isEqualTo("discovery");
            assertThat(small.stage()).isEqualTo("discovery");
            assertThat(small.openConversations()).containsExactly(EXPLORE);
            agendaFrom("&gt;= 90000", true);
            run(Map.of("edition", newest(), "ids", List.of(small.id())));
            assertThat(small.stage()).isEqualTo("presentation");
        }

        @Test
        @DisplayName(
                "wins a deal that has brought all that the edition asks for, and closes a waiver that is moot there")
        void won() {
            var deal = deals.open().reach("negotiation").notYet("UserTask_AskForTheDecision", "signature-path");
            deals.http(port, Deals.REP)
                    .post(
                            "/api/opportunities/" + deal.id() + "/waivers",
                            Map.of("items", List.of("signature-path"), "reason", "Nobody signs there"));
            assertThat(waivers(deal)).isEqualTo(1);
            var row = Pattern.compile("(?s)<rule id=\"Rule_SignaturePath.*?</rule>");
            var table = row.matcher(Shipped.files().get(TABLE)).replaceAll("");
            deploy(Map.of(TABLE, table));
            deals.commit(port);
            run(Map.of("edition", newest(), "ids", List.of(deal.id())));
            assertThat(deal.opportunity().status()).isEqualTo(Status.WON);
            assertThat(deal.stage()).isEqualTo("execution");
            assertThat(waivers(deal)).isZero();
            assertThat(ledger.check(deal.id()).holds()).isTrue();
        }

        private long waivers(Deal deal) {
            return tasks.createTaskQuery()
                    .processInstanceBusinessKey(deal.id())
                    .processDefinitionKey("ask-for-waiver")
                    .taskDefinitionKey("UserTask_DecideTheWaiver")
                    .count();
        }

        @Test
        @DisplayName("in a dry run, even to what is only proposed, says the same and changes nothing")
        void dryRun() {
            var small = deals.open("5000", "new-business").reach("discovery");
            small.notYet(EXPLORE, "agenda-agreed").reach("presentation");
            int entries = small.history().entries().size();
            var instance = small.opportunity().instance();
            agendaFrom("", false);
            var refused = ask(Map.of("edition", newest()));
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.body().path("detail").asText()).contains("No leader has committed");
            var dry = run(Map.of("edition", newest(), "ids", List.of(small.id()), "dryRun", true));
            assertThat(dry.path("message").asText()).isEqualTo("1 deal would move. Nothing was changed.");
            assertThat(dry.at("/moves/0/to").asText()).isEqualTo("discovery");
            assertThat(small.history().entries()).hasSize(entries);
            assertThat(small.opportunity().instance()).isEqualTo(instance);
            assertThat(small.stage()).isEqualTo("presentation");
            assertThat(small.settle().openConversations()).isNotEmpty();
        }

        @Test
        @DisplayName("leaves one that cannot run there where it was and says why, and moves the others")
        void oneCannot() {
            var renewal = deals.openRenewal();
            var deal = deals.open();
            var instance = renewal.opportunity().instance();
            var files = new TreeMap<>(Shipped.files());
            files.keySet().removeIf(name -> name.contains("renewal"));
            files.computeIfPresent(
                    TABLE, (name, table) -> RENEWAL_ROW.matcher(table).replaceAll(""));
            deploy(files);
            deals.commit(port);

            var ids = List.of(renewal.id(), deal.id());
            var finished = run(Map.of("edition", newest(), "ids", ids));
            assertThat(finished.at("/progress/moved").asLong()).isEqualTo(1);
            assertThat(finished.at("/progress/failed").asLong()).isEqualTo(1);
            var report = owner.get("/api/reroutes/" + finished.path("id").asText() + "/deals")
                    .body()
                    .at("/content/0");
            assertThat(report.path("id").asText()).isEqualTo(renewal.id());
            assertThat(report.path("outcome").asText()).isEqualTo("failed");
            assertThat(report.path("why").asText()).isEqualTo("Edition " + newest() + " has no roadmap 'renewal'.");
            assertThat(renewal.opportunity().instance()).isEqualTo(instance);
            assertThat(renewal.settle().openConversations()).isNotEmpty();
            var again = run(Map.of("edition", newest(), "ids", List.of(deal.id())));
            assertThat(again.path("message").asText()).isEqualTo("No open deal is to be moved.");
        }

        @Test
        @DisplayName("takes along what was gained where a gate has failed, and leaves no incident behind")
        void gateFailed() {
            var deal = deals.open().reach("discovery");
            var broken = new Edit()
                    .replace(TABLE, "<text>\"manager\"</text>", "<text>\"managr\"</text>")
                    .files();
            var alone = repository.createDeployment().name("Broken").addString(TABLE, broken.get(TABLE));
            deployments.add(0, Unverified.deploy(engine, alone).getId());
            long before = incidents();
            deal.submitOnly(EXPLORE, deal.answers(EXPLORE));
            assertThat(jobs.runDespiteFailures(deal.id())).isNotEmpty();
            assertThat(incidents()).isGreaterThan(before);
            deploy(Shipped.files());
            deals.commit(port);
            run(Map.of("edition", newest(), "ids", List.of(deal.id())));
            assertThat(incidents()).isEqualTo(before);
            assertThat(deal.openConversations()).containsExactly(ESTABLISH);
            deal.win();
            assertThat(deal.opportunity().status()).isEqualTo(Status.WON);
            assertThat(ledger.check(deal.id()).holds()).isTrue();
        }

        private long incidents() {
            return runtime.createIncidentQuery().count();
        }

        @Test
        @DisplayName("can be paused and goes on, also by another node, with no deal lost or doubled")
        void pausedAndKilled() {
            var moving = new ArrayList<Deal>();
            for (int n = 0; n < 4; n++) {
                moving.add(deals.open());
            }
            var ids = moving.stream().map(Deal::id).toList();
            renamedAndCommitted();
            var address = accepted(Map.of("edition", newest(), "ids", ids));
            int[] looks = new int[1];
            worker.work(() -> looks[0]++ < 3);
            assertThat(owner.get(address).body().path("status").asText()).isEqualTo("running");
            assertThat(moved(moving)).isBetween(1L, 3L);
            var paused = owner.post(address + "/pause", Map.of());
            assertThat(paused.body().path("status").asText()).isEqualTo("paused");
            assertThat(paused.body().path("message").asText()).contains("of 4 deals done. It is paused");
            clock.advance(Duration.ofMinutes(5));
            long before = moved(moving);
            worker.work(() -> true);
            assertThat(moved(moving)).isEqualTo(before);
            assertThat(owner.post(address + "/pause", Map.of()).status()).isEqualTo(409);

            assertThat(owner.post(address + "/resume", Map.of()).status()).isEqualTo(200);
            worker.work(() -> true);
            var finished = owner.get(address).body();
            assertThat(finished.path("status").asText()).isEqualTo("finished");
            assertThat(finished.at("/progress/percent").asInt()).isEqualTo(100);
            assertThat(moved(moving)).isEqualTo(4);
            assertThat(moving).allSatisfy(deal -> {
                assertThat(kinds(deal)).containsOnlyOnce(EntryKind.MOVED);
                assertThat(runtime.createProcessInstanceQuery()
                                .processInstanceBusinessKey(deal.id())
                                .rootProcessInstances()
                                .count())
                        .isEqualTo(1);
            });
        }

        @Test
        @DisplayName("is for process owners; what is wrong with the request is said all at once")
        void refused() {
            deals.user(Deals.LEADER, Group.LEADER);
            var leader = deals.http(port, Deals.LEADER);
            assertThat(leader.post("/api/reroutes", Map.of("edition", 1)).status())
                    .isEqualTo(403);
            assertThat(leader.get("/api/reroutes/none").status()).isEqualTo(404);
            var faulty = ask(Map.of("edition", "first", "dryRun", "perhaps", "ids", "all", "when", "now"));
            assertThat(faulty.status()).isEqualTo(422);
            assertThat(faulty.body().path("faults").findValuesAsText("field"))
                    .containsExactlyInAnyOrder("edition", "dryRun", "ids", "when");
            assertThat(ask(Map.of("edition", 999_999)).status()).isEqualTo(404);
            assertThat(ask(Map.of()).body().at("/faults/0/field").asText()).isEqualTo("edition");
        }

        private long moved(List<Deal> moving) {
            return moving.stream()
                    .filter(deal -> kinds(deal).contains(EntryKind.MOVED))
                    .count();
        }

        private static List<EntryKind> kinds(Deal deal) {
            return deal.history().entries().stream().map(it -> it.kind()).toList();
        }

        private Task task(Deal deal, String key) {
            return tasks.createTaskQuery()
                    .processInstanceBusinessKey(deal.id())
                    .taskDefinitionKey(key)
                    .singleResult();
        }

        private void renamedAndCommitted() {
            var files = new Edit()
                    .replace(
                            STAGE,
                            "name=\"Explore the need to change\"",
                            "name=\"Explore the need to change together\"")
                    .files();
            deploy(Map.of(STAGE, files.get(STAGE)));
            deals.commit(port);
        }

        private void agendaFrom(String value, boolean commit) {
            var cell = "<inputEntry id=\"Rule_AgendaAgreed_DealValue\">\n          <text>";
            var files = new Edit()
                    .replace(TABLE, cell + "&gt;= 10000", cell + value)
                    .files();
            deploy(Map.of(TABLE, files.get(TABLE)));
            if (commit) {
                deals.commit(port);
            }
        }

        private void deploy(Map<String, String> files) {
            var fields = Map.of("deployment-name", "A redesign", "deployment-source", "Camunda Modeler");
            var answer = owner.multipart("/engine-rest/deployment/create", fields, files);
            assertThat(answer.status()).as(answer.body()::toString).isEqualTo(200);
            deployments.add(0, answer.body().path("id").asText());
        }

        private int newest() {
            return owner.get("/api/editions?size=1")
                    .body()
                    .at("/content/0/number")
                    .asInt();
        }

        private JsonNode run(Map<String, Object> body) {
            var address = accepted(body);
            worker.work(() -> true);
            var view = owner.get(address).body();
            assertThat(view.path("status").asText()).as(view.toString()).isEqualTo("finished");
            return view;
        }

        private String accepted(Map<String, Object> body) {
            var answer = ask(body);
            assertThat(answer.status()).as(answer.body().toString()).isEqualTo(202);
            return answer.response().headers().firstValue("Location").orElseThrow();
        }

        private Http.Answer ask(Map<String, Object> body) {
            return owner.post("/api/reroutes", new HashMap<>(body));
        }
    }
}
