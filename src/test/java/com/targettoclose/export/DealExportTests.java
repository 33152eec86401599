package com.targettoclose.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.targettoclose.process.people.Group;
import com.targettoclose.testing.Deals;
import com.targettoclose.testing.OnH2;
import com.targettoclose.testing.OnPostgres;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

@DisplayName("the export of one opportunity")
class DealExportTests {

    @Nested
    @OnH2
    @DisplayName("on H2")
    class OnH2Database extends Whole {}

    @Nested
    @OnPostgres
    @DisplayName("on PostgreSQL")
    class OnPostgresDatabase extends Whole {}

    abstract static class Whole {

        private static final String REP = "rep-of-an-export";
        private static final String LEADER = "leader-of-an-export";
        private static final String PERSON = "Ottoline Quist";
        private static final String WORDS = "You meet us on the umbrella terrace";

        @Autowired
        Deals deals;

        @Autowired
        TaskService tasks;

        @Autowired
        JdbcTemplate jdbc;

        @LocalServerPort
        int port;

        @BeforeEach
        void people() {
            deals.user(REP);
            deals.user(LEADER, Group.LEADER);
        }

        @Test
        @DisplayName("holds its row, its ledger with words and macs, and what the engine noted; nothing of another")
        void whole() {
            var other = deals.open("50000", "new-business", REP);
            var deal = deals.open("50000", "new-business", REP);
            var item = Map.of("item", "time", "state", "gained", "words", WORDS);
            var held = Map.<String, Object>of(
                    "contact", PERSON, "heldOn", "2026-03-02", "channel", "call", "items", List.of(item));
            assertThat(deals.http(port, REP)
                            .post("/api/opportunities/" + deal.id() + "/conversations", held)
                            .status())
                    .isEqualTo(201);
            deal.settle();
            var task = deal.task(deal.openConversations().get(0));
            tasks.createComment(task.getId(), task.getProcessInstanceId(), "Ring them in the morning");

            var answer = deals.http(port, LEADER).get("/api/opportunities/" + deal.id() + "/export");
            assertThat(answer.status()).as(answer.body()::toString).isEqualTo(200);
            var tables = answer.body().path("tables");
            assertThat(answer.body().path("chainHolds").asBoolean()).isTrue();
            assertThat(answer.body().path("exportedBy").asText()).isEqualTo(LEADER);
            assertThat(tables.at("/t2c_opportunity/0/ledger_seal").asText()).isNotBlank();
            assertThat(tables.path("t2c_ledger_entry"))
                    .hasSameSizeAs(deal.history().entries());
            assertThat(tables.path("t2c_ledger_entry").findValuesAsText("mac"))
                    .isEqualTo(deal.history().entries().stream()
                            .map(it -> it.mac())
                            .toList());
            assertThat(tables.path("t2c_personal_text").toString()).contains(PERSON, WORDS);
            assertThat(tables.path("act_hi_taskinst")).isNotEmpty();
            assertThat(tables.path("act_hi_comment").toString()).contains("Ring them in the morning");
            assertThat(answer.body().toString()).doesNotContain(other.id());
        }

        @Test
        @DisplayName("is for leaders, and of a deal that there is")
        void refused() {
            var deal = deals.open("50000", "new-business", REP);
            assertThat(deals.http(port, REP)
                            .get("/api/opportunities/" + deal.id() + "/export")
                            .status())
                    .isEqualTo(403);
            assertThat(deals.http(port, LEADER)
                            .get("/api/opportunities/none-of-ours/export")
                            .status())
                    .isEqualTo(404);
        }

        @Test
        @DisplayName("forgets no table that names opportunities: a new one is exported, or left out with a reason")
        void everyTable() {
            var naming = jdbc.queryForList("""
                    select lower(c.table_name) from information_schema.columns c
                    join information_schema.tables t on t.table_name = c.table_name and t.table_schema = c.table_schema
                    where lower(c.column_name) = 'opportunity_id' and t.table_type = 'BASE TABLE'""", String.class);
            var known = new TreeSet<>(DealTables.OURS);
            known.addAll(DealTables.LEFT_OUT);
            assertThat(naming.stream().map(name -> name.toLowerCase(Locale.ROOT)))
                    .containsExactlyInAnyOrderElementsOf(known);
        }
    }
}
