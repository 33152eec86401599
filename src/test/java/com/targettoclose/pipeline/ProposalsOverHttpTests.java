package com.targettoclose.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.targettoclose.ledger.EntryKind;
import com.targettoclose.ledger.Ledger;
import com.targettoclose.process.people.Group;
import com.targettoclose.process.people.SalesTeams;
import com.targettoclose.testing.Deal;
import com.targettoclose.testing.Deals;
import com.targettoclose.testing.Http;
import com.targettoclose.testing.OnH2;
import com.targettoclose.testing.OnPostgres;
import com.targettoclose.testing.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** Proposals to change the process, over HTTP. */
class ProposalsOverHttpTests {

    @Nested
    @OnH2
    class OnH2Database extends Body {}

    @Nested
    @OnPostgres
    class OnPostgresDatabase extends Body {}

    abstract static class Body {

        private static final String REP = "proposal-rep";
        private static final String COLLEAGUE = "proposal-colleague";
        private static final String MANAGER = "proposal-manager";
        private static final String OWNER = "proposal-owner";
        private static final String PATH = "/api/proposals";

        @LocalServerPort
        int port;

        @Autowired
        Deals deals;

        @Autowired
        TestClock clock;

        @Autowired
        Ledger ledger;

        @Autowired
        IdentityService identities;

        @Autowired
        TaskService tasks;

        @Autowired
        SalesTeams teams;

        @Autowired
        TransactionTemplate transactions;

        @BeforeEach
        void users() {
            List.of(REP, COLLEAGUE).forEach(deals::user);
            join(MANAGER, Group.MANAGER);
            join(OWNER, Group.PROCESS_OWNER);
            transactions.executeWithoutResult(tx -> teams.keepOnly(REP, Set.of(MANAGER)));
        }

        @Test
        void aProposalIsMadeReadAndAnswered() {
            var one = open();
            var other = open();
            var made = http(REP).post(PATH, proposal("Ask for the three questions", one, other));
            assertThat(made.status()).as(made.body()::toString).isEqualTo(201);
            assertThat(made.body().path("state").asText()).isEqualTo("open");
            assertThat(made.body().path("opportunities")).hasSize(2);
            assertThat(made.body().path("words").asText())
                    .isEqualTo("Nobody writes an agenda\n\nAsk for the three questions");
            var path = PATH + "/" + made.body().path("id").asText();
            assertThat(http(MANAGER).get(path).body().path("proposedBy").asText())
                    .isEqualTo(REP);
            assertThat(http(COLLEAGUE).get(path).status()).isEqualTo(404);

            var answer = Map.of("decision", "taken-up", "reason", "From the next edition on");
            assertThat(http(REP).post(path + "/answer", answer).status()).isEqualTo(403);
            var answered = http(OWNER).post(path + "/answer", answer);
            assertThat(answered.status()).as(answered.body()::toString).isEqualTo(200);
            assertThat(answered.body().path("state").asText()).isEqualTo("taken-up");
            assertThat(task(one, "UserTask_AnswerTheProposal")).isZero();
            assertThat(task(one, "UserTask_TakeNoteOfTheAnswer")).isEqualTo(1);
            var again = http(OWNER).post(path + "/answer", answer);
            assertThat(again.status()).isEqualTo(409);
            assertThat(again.body().path("detail").asText()).contains("answered already, by " + OWNER + " Test on 20");
            var read = http(REP).get(path).body();
            assertThat(read.path("answeredBy").asText()).isEqualTo(OWNER);
            assertThat(read.path("reason").asText()).isEqualTo("From the next edition on");
            assertThat(ledger.check(one.id()).holds()).isTrue();
        }

        @Test
        void theyAreListedNewestFirstToThoseWhoMaySeeThem() {
            var deal = open();
            var first = made(proposal("first", deal));
            clock.advance(Duration.ofMinutes(1));
            var second = made(proposal("second", deal));
            clock.advance(Duration.ofMinutes(1));
            var theirs = made(COLLEAGUE, proposal("theirs", deals.open("50000", "new-business", COLLEAGUE)));
            assertThat(ids(http(REP).get(PATH + "?size=200").body()))
                    .contains(second, first)
                    .doesNotContain(theirs);
            assertThat(ids(http(MANAGER).get(PATH + "?size=200").body()))
                    .contains(second, first)
                    .doesNotContain(theirs);
            assertThat(ids(http(OWNER).get(PATH + "?size=200").body())).containsSubsequence(theirs, second, first);
            http(OWNER).post(PATH + "/" + first + "/answer", Map.of("decision", "declined", "reason", "It does fit"));
            assertThat(ids(http(REP).get(PATH + "?state=open&size=200").body()))
                    .contains(second)
                    .doesNotContain(first);
            var page = http(REP).get(PATH + "?state=answered&size=200").body();
            assertThat(ids(page)).contains(first).doesNotContain(second);
            assertThat(page.path("total").asLong()).isPositive();
            var wrong = http(REP).get(PATH + "?state=gone&page=-1&size=0");
            assertThat(wrong.status()).isEqualTo(422);
            assertThat(texts(wrong.body().path("faults"), "field")).containsExactly("state", "page", "size");
        }

        @Test
        void whatIsWrongIsToldAtOnceAndNothingIsWritten() {
            var deal = open();
            var others = deals.open("50000", "new-business", COLLEAGUE);
            var empty = http(REP).post(PATH, Map.of("instead", "x".repeat(5_000)));
            assertThat(empty.status()).isEqualTo(422);
            assertThat(texts(empty.body().path("faults"), "field"))
                    .containsExactly("opportunities", "words", "instead");
            var odd = http(REP).post(PATH, Map.of("opportunities", "all", "words", "It does not fit", "mood", "bad"));
            assertThat(texts(odd.body().path("faults"), "field")).containsExactly("opportunities", "mood");
            var foreign = http(REP).post(PATH, proposal("better", deal, others));
            assertThat(foreign.status()).isEqualTo(404);
            assertThat(foreign.body().path("detail").asText()).contains(others.id());
            assertThat(http(OWNER).post(PATH, proposal("better", deal)).status())
                    .isEqualTo(403);
            assertThat(deal.history().newest(EntryKind.CHANGE_PROPOSED)).isEmpty();

            var id = made(proposal("better", deal));
            var blank = http(OWNER).post(PATH + "/" + id + "/answer", Map.of("decision", "maybe"));
            assertThat(blank.status()).isEqualTo(422);
            assertThat(texts(blank.body().path("faults"), "code")).containsExactly("not-a-choice", "missing");
            for (var none : List.of("nothing", deal.id() + ".1", deal.id() + ".9999", "x.y")) {
                assertThat(http(OWNER).get(PATH + "/" + none).status()).as(none).isEqualTo(404);
            }
        }

        private String made(Map<String, Object> proposal) {
            return made(REP, proposal);
        }

        private String made(String who, Map<String, Object> proposal) {
            return http(who).post(PATH, proposal).body().path("id").asText();
        }

        private static Map<String, Object> proposal(String instead, Deal... shownBy) {
            var ids = List.of(shownBy).stream().map(Deal::id).toList();
            return Map.of("opportunities", ids, "words", "Nobody writes an agenda", "instead", instead);
        }

        private static List<String> ids(JsonNode page) {
            return texts(page.path("content"), "id");
        }

        private static List<String> texts(JsonNode list, String field) {
            return StreamSupport.stream(list.spliterator(), false)
                    .map(it -> it.path(field).asText())
                    .toList();
        }

        private long task(Deal deal, String key) {
            return tasks.createTaskQuery()
                    .processInstanceBusinessKey(deal.id())
                    .taskDefinitionKey(key)
                    .count();
        }

        private Deal open() {
            return deals.open("50000", "new-business", REP);
        }

        private void join(String user, Group group) {
            if (identities.createUserQuery().userId(user).count() == 0) {
                deals.user(user);
                identities.deleteMembership(user, Group.REP.id());
                identities.createMembership(user, group.id());
            }
        }

        private Http http(String user) {
            return new Http(port, user, "Only4Tests-" + user);
        }
    }
}
