package com.targettoclose.attack;

import com.targettoclose.testing.Deals;
import com.targettoclose.testing.Jobs;
import com.targettoclose.testing.OnPostgres;
import com.targettoclose.testing.TestClock;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@OnPostgres
@DisplayName("one conversation submitted twice at the same moment")
class SameConversationTests {

    private static final int ROUNDS = 30;

    @LocalServerPort
    int port;

    @Autowired
    Deals deals;

    @Autowired
    Jobs jobs;

    @Test
    @DisplayName("is done once, and the second hears who was first, 30 times of 30")
    void once() throws Exception {
        deals.user(Deals.REP);
        var threads = Executors.newFixedThreadPool(2);
        try {
            var twice = new SameConversation(threads, List.of(port), Deals.REP, "Only4Tests-" + Deals.REP);
            for (int round = 0; round < ROUNDS; round++) {
                var id = twice.open();
                jobs.run(id);
                var answers = twice.submitTwice(id, TestClock.TODAY.toString());
                jobs.run(id);
                twice.assertDoneOnce(id, answers, "round " + round + ": ");
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
