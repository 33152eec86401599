package com.targettoclose.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.targettoclose.opportunity.OpportunityLists;
import com.targettoclose.process.people.Group;
import com.targettoclose.testing.Deal;
import com.targettoclose.testing.Deals;
import com.targettoclose.testing.Http;
import com.targettoclose.testing.OnH2;
import com.targettoclose.testing.OnPostgres;
import com.targettoclose.testing.TestClock;
import com.targettoclose.verifier.Edit;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@DisplayName("a replay")
class ReplayTests {

    private static final String TABLE = "exit-criteria.dmn";
    private static final String STAGE = "stage-target.bpmn";
    private static final String AGREE = "UserTask_ExploreTheNeedToChange";
    private static final String OWNER = "orla";

    @Nested
    @OnH2
    @DisplayName("on H2")
    class OnH2Database extends Replayed {}

    @Nested
    @OnPostgres
    @DisplayName("on PostgreSQL")
    class OnPostgresDatabase extends Replayed {}

    abstract static class Replayed {

        @Autowired
        Deals deals;

        @Autowired
        RepositoryService repository;

        @Autowired
        ReplayWorker worker;

        @Autowired
        OpportunityLists opportunities;

        @Autowired
        TestClock clock;

        @LocalServerPort
        int port;

        private Http owner;

        @BeforeEach
        void signIn() {
            deals.user(OWNER, Group.PROCESS_OWNER);
            owner = deals.http(port, OWNER);
        }

        @Test
        @DisplayName("says who would be held where, what they would owe, and which wins a gate would have held")
        void holds() {
            var table = agendaForEveryDeal();
            var before = replay(table);
            var held = withoutAgenda().reach("presentation");
            var heldWin = withoutAgenda().win();
            var large = deals.open().reach("presentation");
            int written = held.history().entries().size();
            long deployments = repository.createDeploymentQuery().count();

            var after = replay(table);
            assertThat(grown(before, after, "standing"))
                    .containsExactlyInAnyOrderEntriesOf(Map.of(
                            "target-to-close presentation discovery", 1L,
                            "target-to-close execution discovery", 1L,
                            "target-to-close presentation presentation", 1L));
            assertThat(grown(before, after, "owed")).isEqualTo(Map.of("discovery agenda-agreed", 2L));
            assertThat(grown(before, after, "owedNoMore")).isEmpty();
            assertThat(wins(after) - wins(before)).isEqualTo(1);
            assertThat(after.at("/wins/held").asLong() - before.at("/wins/held").asLong())
                    .isEqualTo(1);
            assertThat(line(after.at("/wins/at"), "discovery agenda-agreed")
                            .path("label")
                            .asText())
                    .isEqualTo(deals.item("agenda-agreed").label());
            assertThat(held.history().entries()).hasSize(written);
            assertThat(held.stage()).isEqualTo("presentation");
            assertThat(heldWin.stage()).isEqualTo("execution");
            assertThat(large.stage()).isEqualTo("presentation");
            assertThat(repository.createDeploymentQuery().count()).isEqualTo(deployments);
        }

        @Test
        @DisplayName("of a table that asks for less says what is owed no more, and where deals would go on")
        void asksForLess() {
            var table = new Edit()
                    .replace(TABLE, agendaFrom("&gt;= 10000"), agendaFrom("&gt;= 90000"))
                    .files();
            var less = Map.of(TABLE, table.get(TABLE));
            var before = replay(less);
            var waiting = deals.open().reach("discovery");
            waiting.notYet(AGREE, "agenda-agreed");
            var after = replay(less);
            assertThat(grown(before, after, "owedNoMore")).containsEntry("discovery agenda-agreed", 1L);
            assertThat(grown(before, after, "owed")).isEmpty();
        }

        @Test
        @DisplayName("of what the rules refuse is refused with every reason, and of nothing, too")
        void refused() {
            var stage = new Edit()
                    .replace(STAGE, "${opportunity.owner(execution)}", "${execution.processEngineServices}")
                    .files();
            var answer = ask(owner, Map.of(STAGE, stage.get(STAGE)));
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.body().path("detail").asText())
                    .startsWith("Nothing was replayed. ")
                    .contains("[code-expression]");
            assertThat(ask(owner, Map.of()).body().at("/faults/0/field").asText())
                    .isEqualTo("files");
            assertThat(owner.get("/api/replays/none").status()).isEqualTo(404);
        }

        @Test
        @DisplayName("is asked for by process owners and leaders alone")
        void forbidden() {
            deals.user(Deals.REP);
            var rep = new Http(port, Deals.REP, "Only4Tests-" + Deals.REP);
            assertThat(ask(rep, agendaForEveryDeal()).status()).isEqualTo(403);
            assertThat(rep.get("/api/replays/none").status()).isEqualTo(403);
        }

        @Test
        @DisplayName("whose node stops is begun anew by the next, and counts every deal once")
        void begunAnew() {
            worker.work(() -> true);
            deals.open();
            var address = accepted(agendaForEveryDeal());
            var looks = new int[1];
            worker.work(() -> looks[0]++ == 0);
            var stopped = owner.get(address).body();
            assertThat(stopped.path("status").asText()).isEqualTo("running");
            assertThat(stopped.path("message").asText()).contains("deals replayed so far");
            clock.advance(Duration.ofMinutes(1));
            worker.work(() -> true);
            var finished = owner.get(address).body();
            assertThat(finished.path("status").asText()).isEqualTo("finished");
            assertThat(finished.at("/progress/percent").asInt()).isEqualTo(100);
            assertThat(finished.at("/progress/deals").asLong()).isEqualTo(opportunities.countOnARoadmap());
        }

        private Map<String, String> agendaForEveryDeal() {
            var files = new Edit()
                    .replace(TABLE, agendaFrom("&gt;= 10000"), agendaFrom(""))
                    .files();
            return Map.of(TABLE, files.get(TABLE));
        }

        /** The cell that says for which deals a client agrees an agenda, as Modeler writes it. */
        private static String agendaFrom(String value) {
            return "<inputEntry id=\"Rule_AgendaAgreed_DealValue\">\n          <text>" + value + "</text>";
        }

        /** A deal so small that nobody asked it for an agenda. */
        private Deal withoutAgenda() {
            var deal = deals.open("5000", "new-business").reach("discovery");
            return deal.notYet(AGREE, "agenda-agreed");
        }

        private JsonNode replay(Map<String, String> files) {
            var address = accepted(files);
            worker.work(() -> true);
            var view = owner.get(address).body();
            assertThat(view.path("status").asText()).as(view.toString()).isEqualTo("finished");
            return view.path("result");
        }

        private String accepted(Map<String, String> files) {
            var answer = ask(owner, files);
            assertThat(answer.status()).as(answer.body().toString()).isEqualTo(202);
            assertThat(answer.body().path("message").asText()).startsWith("The files are stored.");
            return answer.response().headers().firstValue("Location").orElseThrow();
        }

        private static Http.Answer ask(Http who, Map<String, String> files) {
            return who.multipart("/api/replays", Map.of(), files);
        }

        private static long wins(JsonNode result) {
            return result.at("/wins/won").asLong();
        }

        /** By how much the lines of a list grew: others' deals share the database. */
        private static Map<String, Long> grown(JsonNode before, JsonNode after, String list) {
            Map<String, Long> grown = new HashMap<>();
            after.path(list).forEach(it -> grown.merge(key(it), it.path("deals").asLong(), Long::sum));
            before.path(list)
                    .forEach(it -> grown.merge(key(it), -it.path("deals").asLong(), Long::sum));
            grown.values().removeIf(count -> count == 0);
            return grown;
        }

        private static JsonNode line(JsonNode list, String key) {
            for (var it : list) {
                if (key(it).equals(key)) {
                    return it;
                }
            }
            throw new AssertionError(key + " is not in " + list);
        }

        private static String key(JsonNode line) {
            return line.has("item")
                    ? line.path("stage").asText() + " " + line.path("item").asText()
                    : line.path("roadmap").asText() + " " + line.path("now").asText() + " "
                            + line.path("then").asText();
        }
    }
}
