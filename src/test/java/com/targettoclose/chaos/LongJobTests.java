package com.targettoclose.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import com.targettoclose.chaos.Rep.Habits;
import com.targettoclose.testing.Node;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

@Tag("chaos")
@DisplayName("a gate that takes longer than its job is locked")
class LongJobTests {

    /** Every gate waits for this lock before it writes what it decided. */
    private static final long LOCK = 4_711;

    private static final String SLOW_GATES = """
            create function wait_at_gate() returns trigger language plpgsql as $$ begin
              perform pg_advisory_xact_lock_shared(%d); return new;
            end $$;
            create trigger wait_at_gate before insert on t2c_ledger_entry for each row when (new.kind = 'gate')
              execute function wait_at_gate()""".formatted(LOCK);

    private static final Duration LONG_ENOUGH = Duration.ofMinutes(5);

    @TempDir
    Path folder;

    @Test
    @DisplayName("is taken over by the other node, and decides once")
    void once() throws Exception {
        try (var installation = Installation.start(folder, "long-job", Installation.FOR_CHAOS);
                var force = new SalesForce(installation.ports(), Habits.CALM, 1)) {
            var sql = JdbcClient.create(installation.database());
            var rep = open(force, sql);
            long decided = gates(sql);
            sql.sql(SLOW_GATES).update();
            try (var holder = installation.database().getConnection()) {
                advisory(holder, "pg_advisory_lock");
                for (int n = 0; n < Rep.DEALS_AT_ONCE; n++) {
                    rep.finish();
                }
                awaitTakenOver(sql);
                advisory(holder, "pg_advisory_unlock");
            }
            awaitOpen(sql);
            // of each deal: the gate that it waited at, which lets it through, and the next stage's
            assertThat(gates(sql)).isEqualTo(decided + 2 * Rep.DEALS_AT_ONCE);
            installation.assertWhole(force);
        }
    }

    @Test
    @DisplayName("is given back by a node that stops")
    void givenBack() throws Exception {
        try (var installation = Installation.start(folder, "given-back", LongJobTests::locksForLong);
                var force = new SalesForce(installation.ports(), Habits.CALM, 1)) {
            var sql = JdbcClient.create(installation.database());
            var rep = open(force, sql);
            sql.sql(SLOW_GATES).update();
            installation.node(1).close();
            try (var holder = installation.database().getConnection()) {
                advisory(holder, "pg_advisory_lock");
                rep.finish();
                Awaitility.await("a job that is taken").atMost(LONG_ENOUGH).until(() -> locked(sql) > 0);
                installation.node(0).close();
                advisory(holder, "pg_advisory_unlock");
            }
            assertThat(locked(sql)).isZero();
        }
    }

    /** As in production: who waits for the end of a lock waits for minutes. */
    private static void locksForLong(int number, Node.Launch launch) throws IOException {
        Installation.FOR_CHAOS.of(number, launch);
        launch.with("--camunda.bpm.job-execution.lock-time-in-millis=300000");
    }

    /** A rep with her deals, each with a conversation that is open. */
    private static Rep open(SalesForce force, JdbcClient sql) {
        force.hire();
        var rep = force.reps().get(0);
        while (rep.deals().size() < Rep.DEALS_AT_ONCE) {
            rep.act();
        }
        awaitOpen(sql);
        return rep;
    }

    private static long locked(JdbcClient sql) {
        return sql.sql("select count(*) from act_ru_job where lock_owner_ is not null")
                .query(Long.class)
                .single();
    }

    private static void advisory(Connection holder, String function) throws SQLException {
        try (var statement = holder.createStatement()) {
            statement.execute("select " + function + "(" + LOCK + ")");
        }
    }

    /** Until both nodes have had each of the jobs. */
    private static void awaitTakenOver(JdbcClient sql) {
        Map<String, Set<String>> owners = new HashMap<>();
        Awaitility.await("both nodes at the same jobs").atMost(LONG_ENOUGH).until(() -> {
            sql.sql("select id_, lock_owner_ from act_ru_job where lock_owner_ is not null")
                    .query((row, n) -> owners.computeIfAbsent(row.getString(1), id -> new HashSet<>())
                            .add(row.getString(2)))
                    .list();
            return owners.values().stream().filter(of -> of.size() > 1).count() == Rep.DEALS_AT_ONCE;
        });
    }

    private static void awaitOpen(JdbcClient sql) {
        Awaitility.await("a conversation of each deal")
                .atMost(LONG_ENOUGH)
                .until(() -> sql.sql("select count(*) from act_ru_job where retries_ > 0 and duedate_ is null")
                                .query(Long.class)
                                .single()
                        == 0);
    }

    private static long gates(JdbcClient sql) {
        return sql.sql("select count(*) from t2c_ledger_entry where kind = 'gate'")
                .query(Long.class)
                .single();
    }
}
