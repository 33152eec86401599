package com.targettoclose.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.targettoclose.ledger.EntryKind;
import com.targettoclose.testing.Deal;
import com.targettoclose.testing.Deals;
import com.targettoclose.testing.Http;
import com.targettoclose.testing.OnH2;
import com.targettoclose.testing.OnPostgres;
import com.targettoclose.testing.Unverified;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;

@DisplayName("a gate that cannot judge")
class BrokenExitCriteriaProcessTests {

    @Nested
    @OnH2
    @DisplayName("on H2")
    class OnH2Database extends Broken {}

    @Nested
    @OnPostgres
    @DisplayName("on PostgreSQL")
    class OnPostgresDatabase extends Broken {}

    abstract static class Broken extends ProcessTest {

        private static final String EXPLORE = "UserTask_ExploreTheNeedToChange";
        private static final String ESTABLISH = "UserTask_EstablishWhyChangeWhyNow";
        private static final String FIRST_RULE = "<rule id=\"Rule_FitHypothesis\">";

        @Autowired
        RepositoryService repository;

        @Autowired
        ProcessEngine engine;

        @LocalServerPort
        int port;

        private final List<String> deployments = new ArrayList<>();
        private Deal deal;

        @BeforeEach
        void reachDiscovery() {
            deal = deals.open().reach("discovery");
        }

        @AfterEach
        void shippedTableAgain() {
            deployments.forEach(id -> repository.deleteDeployment(id, true));
        }

        @Test
        @DisplayName("becomes an incident, costs the rep nothing, and goes on once the table is repaired")
        void brokenTable() throws IOException {
            var other = deal.task(ESTABLISH).getId();
            deploy(shipped().replace("<text>\"manager\"</text>", "<text>\"managr\"</text>"));
            assertThat(plan(deal, EXPLORE, "planOwed").toString()).contains("problem");
            deal.submitOnly(EXPLORE, deal.answers(EXPLORE));
            assertThat(gained()).contains("problem-known", "agenda-agreed", "explore");

            assertThat(jobs.runDespiteFailures(deal.id()))
                    .isNotEmpty()
                    .allMatch(failure -> failure.contains("'managr'") && failure.contains("nobody, manager, leader"));
            assertThat(incidents(deal)).singleElement().satisfies(incident -> {
                assertThat(incident.getActivityId()).isEqualTo("ServiceTask_VerifyExitCriteria");
                assertThat(incident.getIncidentMessage()).contains("'managr'");
            });
            assertThat(openTasks(deal)).containsOnlyKeys(ESTABLISH).containsValue(other);
            assertThat(gained()).contains("problem-known", "agenda-agreed", "explore");

            deploy(shipped());
            jobs.retry(deal.id());
            deal.settle();
            assertThat(incidents(deal)).isEmpty();
            assertThat(openTasks(deal)).containsOnlyKeys(ESTABLISH).containsValue(other);
            deal.gain(ESTABLISH);
            assertThat(deal.stage()).isEqualTo("diagnosis");
            assertThat(ledger.check(deal.id()).holds()).isTrue();
        }

        @Test
        @DisplayName("keeps what was said in a conversation that no diagram names")
        void unscripted() throws IOException {
            deploy(shipped().replace("<text>\"manager\"</text>", "<text>\"managr\"</text>"));
            gainElsewhere(deal, "problem-known");
            assertThat(gained()).contains("problem-known");
            assertThat(openTasks(deal)).containsOnlyKeys(EXPLORE, ESTABLISH);
        }

        @Test
        @DisplayName("lets the deal be read over HTTP, and refuses new terms as a whole")
        void overHttp() throws IOException {
            var rep = new Http(port, Deals.REP, "Only4Tests-" + Deals.REP);
            var path = "/api/opportunities/" + deal.id();
            deploy(shipped().replace("<text>\"manager\"</text>", "<text>\"managr\"</text>"));

            var read = rep.get(path);
            assertThat(read.status()).isEqualTo(200);
            assertThat(read.body().get("notice").asText()).contains("cannot be evaluated");
            assertThat(read.body().get("stage").asText()).isEqualTo("discovery");
            assertThat(read.body().get("openConversations")).hasSize(2);
            var refused = rep.post(path + "/terms", Map.of("value", 9000, "currency", "USD"));
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.body().get("detail").asText()).contains("nothing was changed");
            assertThat(kinds(deal)).doesNotContain(EntryKind.TERMS);

            deploy(shipped());
            assertThat(rep.get(path).body().get("notice").isNull()).isTrue();
        }

        @Test
        @DisplayName("says so when no conversation of the stage generates what it requires")
        void nobodyGenerates() throws IOException {
            deploy(shipped().replace(FIRST_RULE, """
                    <rule id="Rule_Blessing">
                      <inputEntry id="Rule_Blessing_Stage"><text>"discovery"</text></inputEntry>
                      <inputEntry id="Rule_Blessing_DealValue"><text>-</text></inputEntry>
                      <inputEntry id="Rule_Blessing_DealType"><text>-</text></inputEntry>
                      <outputEntry id="Rule_Blessing_Item"><text>"blessing"</text></outputEntry>
                      <outputEntry id="Rule_Blessing_WaivableBy"><text>"nobody"</text></outputEntry>
                      <outputEntry id="Rule_Blessing_Proof"><text>"none"</text></outputEntry>
                      <outputEntry id="Rule_Blessing_Days"><text></text></outputEntry>
                    </rule>
                    """ + FIRST_RULE));
            deal.gain(EXPLORE);
            deal.submitOnly(ESTABLISH, deal.answers(ESTABLISH));
            assertThat(jobs.runDespiteFailures(deal.id()))
                    .isNotEmpty()
                    .allMatch(failure -> failure.contains("blessing") && failure.contains("no conversation"));
            assertThat(incidents(deal)).hasSize(1);
            assertThat(deal.stage()).isEqualTo("discovery");
            assertThat(gained()).contains("change");

            deploy(shipped());
            jobs.retry(deal.id());
            deal.settle();
            assertThat(deal.stage()).isEqualTo("diagnosis");
        }

        @Test
        @DisplayName("stops a deal that would circle: back to the map a second time with nothing new")
        void circling() {
            withdraw(deal, "time");
            askTheGateAgain(deal, "discovery");
            assertThat(deal.stage()).isEqualTo("target");
            var roadmap = deal.opportunity().instance().id();
            runtime.createProcessInstanceModification(roadmap)
                    .cancelAllForActivity("CallActivity_Target")
                    .startBeforeActivity("CallActivity_Discovery")
                    .execute();
            assertThat(jobs.runDespiteFailures(deal.id()))
                    .isNotEmpty()
                    .allMatch(failure -> failure.contains("nothing has changed since"));
            assertThat(incidents(deal)).hasSize(1);
            assertThat(kinds(deal).stream().filter(EntryKind.RE_ENTERED::equals))
                    .hasSize(1);

            gainElsewhere(deal, "time");
            jobs.retry(deal.id());
            deal.settle();
            assertThat(incidents(deal)).isEmpty();
            assertThat(deal.openConversations()).containsExactly(ESTABLISH, EXPLORE);
        }

        private List<String> gained() {
            return deal.history().entries().stream()
                    .filter(entry -> entry.kind() == EntryKind.GAINED)
                    .map(entry -> entry.content().item())
                    .toList();
        }

        private void deploy(String table) {
            var alone =
                    repository.createDeployment().name("Exit criteria alone").addString("exit-criteria.dmn", table);
            deployments.add(Unverified.deploy(engine, alone).getId());
        }

        private static String shipped() throws IOException {
            return new ClassPathResource("bpmn/exit-criteria.dmn").getContentAsString(StandardCharsets.UTF_8);
        }
    }
}
