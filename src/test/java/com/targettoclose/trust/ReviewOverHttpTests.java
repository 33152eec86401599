package com.targettoclose.trust;

import static org.assertj.core.api.Assertions.assertThat;

import com.targettoclose.process.people.Group;
import com.targettoclose.process.people.SalesTeams;
import com.targettoclose.process.reviews.Reviews;
import com.targettoclose.testing.Deals;
import com.targettoclose.testing.Http;
import com.targettoclose.testing.OnH2;
import com.targettoclose.testing.OnPostgres;
import com.targettoclose.testing.TestClock;
import com.targettoclose.testing.Weeks;
import java.time.Period;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

@DisplayName("process reviews over HTTP")
class ReviewOverHttpTests {

    @Nested
    @OnH2
    @DisplayName("on H2")
    class OnH2Database extends OverHttp {}

    @Nested
    @OnPostgres
    @DisplayName("on PostgreSQL")
    class OnPostgresDatabase extends OverHttp {}

    abstract static class OverHttp {

        private static final String REP = "rafael";
        private static final String MANAGER = "magnus";
        private static final String OTHER = "other-manager";
        private static final String LEADER = "http-review-leader";

        @Autowired
        Deals deals;

        @Autowired
        Reviews reviews;

        @Autowired
        SalesTeams teams;

        @Autowired
        TransactionTemplate transactions;

        @Autowired
        TestClock clock;

        @LocalServerPort
        int port;

        private Http manager;
        private Http leader;

        @BeforeEach
        void signIn() {
            deals.user(REP);
            deals.user(MANAGER, Group.MANAGER);
            deals.user(OTHER, Group.MANAGER);
            deals.user(LEADER, Group.LEADER);
            transactions.executeWithoutResult(tx -> teams.keepOnly(REP, Set.of(MANAGER)));
            manager = deals.http(port, MANAGER);
            leader = deals.http(port, LEADER);
            Weeks.begin(clock);
            reviews.open();
        }

        @Test
        @DisplayName("are held by whose they are and by leaders, once, with a reason")
        void held() {
            var mine = manager.get("/api/reviews").body().at("/content/0");
            assertThat(mine.path("reviewer").asText()).isEqualTo(MANAGER);
            assertThat(mine.path("state").asText()).isEqualTo("open");
            var path = "/api/reviews/" + mine.path("number").asInt();
            var body = Map.<String, Object>of("decision", "keep", "reason", "They follow it, and it wins.");
            assertThat(deals.http(port, OTHER).post(path, body).status()).isEqualTo(404);
            assertThat(deals.http(port, REP).get("/api/reviews").status()).isEqualTo(403);
            var faulty = manager.post(path, Map.of("decision", "stay"));
            assertThat(faulty.body().path("faults").findValuesAsText("field"))
                    .containsExactlyInAnyOrder("decision", "reason");
            var held = manager.post(path, body);
            assertThat(held.status()).as(held.body()::toString).isEqualTo(200);
            assertThat(held.body().path("state").asText()).isEqualTo("held");
            assertThat(held.body().path("heldBy").asText()).isEqualTo(MANAGER);
            assertThat(leader.post(path, body).status()).isEqualTo(409);
            assertThat(leader.get("/api/reviews").body().path("total").asLong())
                    .isGreaterThan(
                            manager.get("/api/reviews").body().path("total").asLong());
            assertThat(leader.get("/api/reviews?size=x").status()).isEqualTo(422);
        }

        @Test
        @DisplayName("that are not held stand in the trust report of whom they concern")
        void missed() {
            var before = notHeld(leader, "leader");
            clock.advance(Period.ofDays(30));
            assertThat(notHeld(leader, "leader")).isEqualTo(before + 1);
            assertThat(notHeld(manager, MANAGER)).isPositive();
            assertThat(manager.get("/api/reports/trust").body().path("reviews").findValuesAsText("reviewer"))
                    .containsExactly(MANAGER);
            var newest = leader.get("/api/reviews").body().path("content");
            assertThat(newest.findValuesAsText("state")).contains("missed");
            var missed = newest.findParents("state").stream()
                    .filter(it -> it.path("state").asText().equals("missed"))
                    .findFirst()
                    .orElseThrow();
            var late = leader.post(
                    "/api/reviews/" + missed.path("number").asInt(),
                    Map.of("decision", "keep", "reason", "Late, but held"));
            assertThat(late.status()).isEqualTo(409);
            assertThat(late.body().path("detail").asText()).contains("counts as missed");
        }

        private static long notHeld(Http who, String reviewer) {
            for (var count : who.get("/api/reports/trust").body().path("reviews")) {
                if (count.path("reviewer").asText().equals(reviewer)) {
                    return count.path("notHeld").asLong();
                }
            }
            return 0;
        }
    }
}
