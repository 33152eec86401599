package com.targettoclose.attack;

import static org.assertj.core.api.Assertions.assertThat;

import com.targettoclose.testing.Node;
import com.targettoclose.testing.TestDatabase.Postgres;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two processes that share one PostgreSQL, as in production. They tell the time by themselves: nothing here hangs on it. */
@Tag("deep")
@DisplayName("one conversation submitted twice at the same moment, to two nodes")
class TwoNodesTests {

    private static final int ROUNDS = Integer.getInteger("deep.rounds", 1_000);

    @Test
    @DisplayName("is done once, and the second hears who was first, every time")
    void once() throws Exception {
        var database = Postgres.newDatabase();
        var threads = Executors.newFixedThreadPool(2);
        try (var first = Node.start(database, "first").awaitReady();
                var second = Node.start(database, "second").awaitReady()) {
            var twice = new SameConversation(
                    threads, List.of(first.port(), second.port()), Person.REP.user(), Person.PASSWORD);
            var today = LocalDate.now(ZoneId.systemDefault()).toString();
            for (int round = 0; round < ROUNDS; round++) {
                var id = twice.open();
                awaitOpen(twice, id, 1);
                var answers = twice.submitTwice(id, today);
                twice.assertDoneOnce(id, answers, "round " + round + ": ");
                awaitOpen(twice, id, 2);
                assertThat(twice.deal(id).path("stage").asText())
                        .as("round " + round)
                        .isEqualTo("discovery");
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static void awaitOpen(SameConversation twice, String id, int conversations) {
        Awaitility.await(id)
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> twice.deal(id).path("openConversations").size() == conversations);
    }
}
