package com.targettoclose.benchmark;

import com.targettoclose.opportunity.Status;
import com.targettoclose.report.facts.KeepFacts;
import com.targettoclose.testing.Deal;
import com.targettoclose.testing.Deals;
import com.targettoclose.testing.Jobs;
import com.targettoclose.testing.OnH2;
import com.targettoclose.testing.OnPostgres;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/**
 * What a conversation costs from opening to value realised, everything included: gates, next tasks, ledger, history,
 * and the read models, fed after each conversation.
 * Rows and statements are exact and repeat; times belong to the machine that is printed with them. Setting: {@code
 * -Dt2c.benchmark.deals=60}.
 */
@Tag("benchmark")
class ConversationBenchmark {

    private static final int WARM_UP = 20;
    private static final int DEALS = Integer.getInteger("t2c.benchmark.deals", 60);
    private static final int CONVERSATIONS_AT_MOST = 60;

    @Nested
    @OnH2
    @Import(CountedDataSource.Configuration.class)
    class OnH2Database extends Body {}

    @Nested
    @OnPostgres
    @Import(CountedDataSource.Configuration.class)
    class OnPostgresDatabase extends Body {}

    abstract static class Body {

        @Autowired
        Deals deals;

        @Autowired
        Jobs jobs;

        @Autowired
        ManagementService management;

        @Autowired
        KeepFacts facts;

        @Autowired
        CountedDataSource counter;

        @Autowired
        DataSource database;

        @Test
        void everyAnswerGained() throws SQLException {
            run("every answer gained", 0);
        }

        @Test
        void threeInTenNotYet() throws SQLException {
            run("three answers in ten not yet", 3);
        }

        private void run(String what, int notYetInTen) throws SQLException {
            var random = new Random(20_260_302L);
            for (int i = 0; i < WARM_UP; i++) {
                walk(random, notYetInTen);
            }
            counter.reset();
            long[] nanos = new long[DEALS];
            long conversations = 0;
            for (int i = 0; i < DEALS; i++) {
                long before = System.nanoTime();
                int held = walk(random, notYetInTen);
                nanos[i] = (System.nanoTime() - before) / held;
                conversations += held;
            }
            print(what, conversations, nanos);
        }

        /** Takes one deal from opening to value realised and says how many conversations that took. */
        private int walk(Random random, int notYetInTen) {
            var deal = new Deal[1];
            counter.counted(() -> deal[0] = deals.openOnly("50000", "new-business", Deals.REP));
            settle(deal[0]);
            for (int held = 0; held < CONVERSATIONS_AT_MOST; held++) {
                var open = deal[0].openConversations();
                if (open.isEmpty()) {
                    if (deal[0].status() != Status.WON || deal[0].stage() != null) {
                        throw new AssertionError(deal[0].status() + " in " + deal[0].stage());
                    }
                    return held;
                }
                var key = open.get(0);
                var answers = deal[0].answers(key);
                deal[0].conversation(key).items().stream()
                        .filter(item -> random.nextInt(10) < notYetInTen)
                        .forEach(answers::notYet);
                counter.counted(() -> deal[0].submitOnly(key, answers));
                settle(deal[0]);
            }
            throw new AssertionError("The deal did not end.");
        }

        private void settle(Deal deal) {
            for (var due = jobs.executable(deal.id()); !due.isEmpty(); due = jobs.executable(deal.id())) {
                var job = due.get(0).getId();
                counter.counted(() -> management.executeJob(job));
            }
            counter.counted(() -> facts.catchUp(1));
        }

        private void print(String what, long conversations, long[] nanos) throws SQLException {
            Arrays.sort(nanos);
            double all = conversations;
            try (var connection = database.getConnection()) {
                var product = connection.getMetaData();
                System.out.printf(
                        "%n%s %s, Java %s, %d processors: %s, %d deals, %d conversations%n",
                        product.getDatabaseProductName(),
                        product.getDatabaseProductVersion(),
                        Runtime.version(),
                        Runtime.getRuntime().availableProcessors(),
                        what,
                        DEALS,
                        conversations);
            }
            System.out.printf(
                    "a conversation: %.1f rows inserted, %.1f updated, %.1f deleted, %.1f selects, %.1f JDBC calls%n",
                    counter.rows("insert") / all,
                    counter.rows("update") / all,
                    counter.rows("delete") / all,
                    counter.rows("select") / all,
                    counter.calls() / all);
            System.out.printf(
                    "time a conversation, by deal: min %.1f ms, median %.1f ms, max %.1f ms%n",
                    nanos[0] / 1e6, nanos[nanos.length / 2] / 1e6, nanos[nanos.length - 1] / 1e6);
            print("inserted", counter.inserted(), all);
            print("selected from", counter.selected(), all);
        }

        private static void print(String what, Map<String, Long> byTable, double conversations) {
            byTable.forEach((table, rows) -> System.out.printf("  %s %-26s %.2f%n", what, table, rows / conversations));
        }
    }
}
