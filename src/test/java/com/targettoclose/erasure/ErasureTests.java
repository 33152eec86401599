package com.targettoclose.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import com.targettoclose.ledger.EntryKind;
import com.targettoclose.ledger.Ledger;
import com.targettoclose.process.people.Group;
import com.targettoclose.testing.Deal;
import com.targettoclose.testing.Deals;
import com.targettoclose.testing.Http;
import com.targettoclose.testing.OnH2;
import com.targettoclose.testing.OnPostgres;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

@DisplayName("a person at a client who asks to be erased")
class ErasureTests {

    @Nested
    @OnH2
    @DisplayName("on H2")
    class OnH2Database extends Erased {}

    @Nested
    @OnPostgres
    @DisplayName("on PostgreSQL")
    class OnPostgresDatabase extends Erased {}

    abstract static class Erased {

        private static final String REP = "erik";
        private static final String LEADER = "erasing-leader";
        private static final String PERSON = "Quillon Vasterby";
        private static final String OTHER = "Lee Ortiz";

        @Autowired
        Deals deals;

        @Autowired
        Ledger ledger;

        @Autowired
        JdbcTemplate jdbc;

        @LocalServerPort
        int port;

        private Http rep;
        private Http leader;

        @BeforeEach
        void signIn() {
            deals.user(REP);
            deals.user(LEADER, Group.LEADER);
            rep = deals.http(port, REP);
            leader = deals.http(port, LEADER);
        }

        @Test
        @DisplayName("is named nowhere afterwards; what the deals gained stays, the chains hold, and there is a proof")
        void erased() {
            var named = deal(PERSON, "We meet you on Tuesday at nine");
            var mentioned = deal(OTHER, "I ask " + PERSON.toUpperCase(Locale.ROOT) + " to join us on Tuesday");
            var neither = deal(OTHER, "We have ten per cent of scrap, 100_");
            prepare(named);
            assertThat(places()).isEqualTo(3);

            var dry = leader.post("/api/erasures", body(PERSON, "asked by letter", true));
            assertThat(dry.status()).as(dry.body()::toString).isEqualTo(200);
            assertThat(dry.body().path("deals").asInt()).isEqualTo(2);
            assertThat(dry.body().path("texts").asInt()).isEqualTo(2);
            assertThat(dry.body().path("callNotes").asInt()).isEqualTo(1);
            assertThat(places()).isEqualTo(3);

            var done = leader.post("/api/erasures", body(PERSON, "asked by letter", false));
            assertThat(done.status()).as(done.body()::toString).isEqualTo(200);
            assertThat(done.body().path("ids").toString()).contains(named.id(), mentioned.id());
            assertThat(places()).isZero();
            for (var deal : List.of(named, mentioned, neither)) {
                assertThat(ledger.check(deal.id()).holds()).isTrue();
                assertThat(deal.history().holdings().get("time").gained()).isTrue();
            }
            assertThat(kinds(named)).containsOnlyOnce(EntryKind.ERASED);
            assertThat(kinds(neither)).doesNotContain(EntryKind.ERASED);
            assertThat(ledger.historyWithText(neither.id()).entries())
                    .anyMatch(entry -> OTHER.equals(entry.content().contact()));

            var proof = leader.get("/api/erasures").body();
            assertThat(proof.at("/content/0/reason").asText()).isEqualTo("asked by letter");
            assertThat(proof.at("/content/0/by").asText()).isEqualTo(LEADER);
            assertThat(proof.at("/content/0/texts").asInt()).isEqualTo(2);
            assertThat(proof.toString()).doesNotContain(PERSON);
            assertThat(leader.post("/api/erasures", body(PERSON, "asked again", false))
                            .body()
                            .path("texts")
                            .asInt())
                    .isZero();
        }

        @Test
        @DisplayName("is erased by leaders and administrators, by the whole name, for a reason that names nobody")
        void refused() {
            assertThat(rep.post("/api/erasures", body(PERSON, "asked", true)).status())
                    .isEqualTo(403);
            var faulty = leader.post("/api/erasures", body("Vas", "Vas asked", true));
            assertThat(faulty.status()).isEqualTo(422);
            assertThat(faulty.body().path("faults").findValuesAsText("field"))
                    .containsExactlyInAnyOrder("person", "reason");
            assertThat(leader.post("/api/erasures", Map.of("who", "x"))
                            .body()
                            .path("faults")
                            .findValuesAsText("field"))
                    .containsExactly("who");
            assertThat(leader.post("/api/erasures", body("%%%%", "asked", true))
                            .body()
                            .path("texts")
                            .asInt())
                    .as("a sign that databases take for anything")
                    .isZero();
            assertThat(leader.get("/api/erasures?page=-1").status()).isEqualTo(422);
        }

        private static Map<String, Object> body(String person, String reason, boolean dryRun) {
            return Map.of("person", person, "reason", reason, "dryRun", dryRun);
        }

        private Deal deal(String contact, String words) {
            var deal = deals.open("50000", "new-business", REP);
            var item = Map.of("item", "time", "state", "gained", "words", words);
            var held = Map.<String, Object>of(
                    "contact", contact, "heldOn", "2026-03-02", "channel", "call", "items", List.of(item));
            var answer = rep.post("/api/opportunities/" + deal.id() + "/conversations", held);
            assertThat(answer.status()).as(answer.body()::toString).isEqualTo(201);
            return deal.settle();
        }

        private void prepare(Deal deal) {
            jdbc.update(
                    "insert into t2c_call_notes (opportunity_id, conversation, questions, concerns, fallback_ask, notes,"
                            + " version, written_by, written_at) values (?, 'UserTask_EarnTheMeeting', ?, '', '', '', 1, ?,"
                            + " current_timestamp)",
                    deal.id(),
                    "Does " + PERSON + " decide alone?",
                    REP);
        }

        private static List<EntryKind> kinds(Deal deal) {
            return deal.history().entries().stream().map(it -> it.kind()).toList();
        }

        /** In how many rows the person is named. */
        private long places() {
            var name = "%" + PERSON.toLowerCase(Locale.ROOT) + "%";
            return jdbc.queryForObject(
                    "select (select count(*) from t2c_personal_text where lower(contact) like ? or lower(words) like ?)"
                            + " + (select count(*) from t2c_call_notes where lower(questions) like ?)"
                            + " + (select count(*) from t2c_ledger_entry where lower(detail) like ?)",
                    Long.class,
                    name,
                    name,
                    name,
                    name);
        }
    }
}
