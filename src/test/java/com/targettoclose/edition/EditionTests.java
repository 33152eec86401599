package com.targettoclose.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.targettoclose.process.people.Group;
import com.targettoclose.testing.Deals;
import com.targettoclose.testing.Http;
import com.targettoclose.testing.OnH2;
import com.targettoclose.testing.OnPostgres;
import com.targettoclose.verifier.Edit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("an edition over HTTP")
class EditionTests {

    private static final String TABLE = "exit-criteria.dmn";
    private static final String OWNER = "redesigner";

    @Nested
    @OnH2
    @DisplayName("on H2")
    class OnH2Database extends OverHttp {}

    @Nested
    @OnPostgres
    @DisplayName("on PostgreSQL")
    class OnPostgresDatabase extends OverHttp {}

    abstract static class OverHttp {

        @Autowired
        Deals deals;

        @Autowired
        RepositoryService repository;

        @Autowired
        TaskService tasks;

        @Autowired
        JdbcClient jdbc;

        @LocalServerPort
        int port;

        private final List<String> deployments = new ArrayList<>();
        private Http owner;
        private Http leader;

        @BeforeEach
        void signIn() {
            deals.user(OWNER, Group.PROCESS_OWNER);
            deals.user(Deals.LEADER, Group.LEADER);
            owner = deals.http(port, OWNER);
            leader = deals.http(port, Deals.LEADER);
        }

        @AfterEach
        void shippedAgain() {
            deployments.forEach(id -> repository.deleteDeployment(id, true));
        }

        @Test
        @DisplayName("says by whom, what changed, that it weakens a gate, and how many deals stand on which")
        void listed() {
            deals.open();
            var before = owner.get("/api/editions").body();
            var shipped = before.at("/content/0");
            assertThat(shipped.path("state").asText()).isEqualTo("in-force");
            assertThat(shipped.path("openDeals").asLong()).isPositive();

            deployWithoutAgenda();
            var after = owner.get("/api/editions?size=2").body();
            assertThat(after.path("total").asLong())
                    .isEqualTo(before.path("total").asLong() + 1);
            var proposed = after.at("/content/0");
            assertThat(proposed.path("state").asText()).isEqualTo("proposed");
            assertThat(proposed.path("proposedBy").asText()).isEqualTo(OWNER);
            assertThat(proposed.path("name").asText()).isEqualTo("A redesign");
            assertThat(proposed.path("weakens").asBoolean()).isTrue();
            assertThat(proposed.path("openDeals").asLong()).isZero();
            assertThat(proposed.path("comparedWith")).isEqualTo(shipped.path("number"));
            assertThat(proposed.path("changes")).hasSize(1);
            assertThat(proposed.at("/changes/0/subject").asText()).isEqualTo("requirement");
            assertThat(proposed.at("/changes/0/weakens").asBoolean()).isTrue();
            assertThat(proposed.at("/changes/0/says").asText()).contains("agenda-agreed");
            assertThat(owner.get("/api/editions/" + number(proposed)).body()).isEqualTo(proposed);
            assertThat(owner.get("/api/editions/none").status()).isEqualTo(404);
            assertThat(owner.get("/api/editions?size=0").status()).isEqualTo(422);
        }

        @Test
        @DisplayName("is committed to by a leader alone, once, with words; its task closes")
        void committed() {
            deployWithoutAgenda();
            var number = number(owner.get("/api/editions").body().at("/content/0"));
            var path = "/api/editions/" + number + "/commitment";
            assertThat(owner.post(path, decision("committed", "Yes")).status()).isEqualTo(403);
            var faulty = leader.post(path, decision("yes", null));
            assertThat(faulty.status()).isEqualTo(422);
            assertThat(faulty.body().path("faults").findValuesAsText("field"))
                    .containsExactlyInAnyOrder("decision", "words");
            assertThat(leader.post(path, Map.of("decision", "committed", "words", "Yes", "sure", "very"))
                            .body()
                            .at("/faults/0/field")
                            .asText())
                    .isEqualTo("sure");
            assertThat(tasks.createTaskQuery()
                            .processInstanceBusinessKey("edition " + number)
                            .taskCandidateGroup("leader")
                            .count())
                    .isEqualTo(1);

            var committed = leader.post(path, decision("committed", "Small deals lose weeks over it."));
            assertThat(committed.status()).isEqualTo(200);
            assertThat(committed.body().path("state").asText()).isEqualTo("in-force");
            assertThat(committed.body().at("/decision/decidedBy").asText()).isEqualTo(Deals.LEADER);
            assertThat(committed.body().at("/decision/words").asText()).isEqualTo("Small deals lose weeks over it.");
            assertThat(tasks.createTaskQuery()
                            .processInstanceBusinessKey("edition " + number)
                            .taskCandidateGroup("leader")
                            .count())
                    .isZero();
            var twice = leader.post(path, decision("declined", "No"));
            assertThat(twice.status()).isEqualTo(409);
            assertThat(twice.body().path("detail").asText()).contains("was decided already");
            assertThat(leader.post("/api/editions/999999/commitment", decision("declined", "No"))
                            .status())
                    .isEqualTo(404);

            var deal = deals.open().reach("discovery");
            assertThat(deal.opportunity().instance().definitionId()).startsWith("target-to-close:");
            assertThat(owner.get("/api/editions/" + number)
                            .body()
                            .path("openDeals")
                            .asLong())
                    .isEqualTo(1);
        }

        @Test
        @DisplayName("and what was decided about it stay as they were written")
        void appendOnly() {
            for (var change : List.of(
                    "update t2c_edition set weakens = false",
                    "delete from t2c_edition_decision",
                    "update t2c_edition_decision set words = 'Never'")) {
                assertThatThrownBy(() -> jdbc.sql(change).update()).isInstanceOf(DataAccessException.class);
            }
        }

        private void deployWithoutAgenda() {
            var files = new Edit()
                    .replace(
                            TABLE,
                            "<inputEntry id=\"Rule_AgendaAgreed_DealValue\">\n          <text>&gt;= 10000</text>",
                            "<inputEntry id=\"Rule_AgendaAgreed_DealValue\">\n          <text>&gt;= 90000</text>")
                    .files();
            var fields = Map.of("deployment-name", "A redesign", "deployment-source", "Camunda Modeler");
            var answer = owner.multipart("/engine-rest/deployment/create", fields, Map.of(TABLE, files.get(TABLE)));
            assertThat(answer.status()).as(answer.body()::toString).isEqualTo(200);
            deployments.add(0, answer.body().path("id").asText());
        }

        private static Map<String, Object> decision(String decision, String words) {
            return Map.of("decision", decision, "words", Objects.requireNonNullElse(words, ""));
        }

        private static int number(JsonNode edition) {
            return edition.path("number").asInt();
        }
    }
}
