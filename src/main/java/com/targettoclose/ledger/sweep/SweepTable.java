package com.targettoclose.ledger.sweep;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The one row that says how far the sweep is, and until when a node is at it. */
@Repository
class SweepTable {

    private final JdbcClient jdbc;

    SweepTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes the sweep until then; empty where another node is at it. */
    Optional<Sweep> take(Instant now, Instant until) {
        int taken = jdbc.sql("""
                        update t2c_ledger_sweep set taken_until = :until
                        where one = 1 and (taken_until is null or taken_until <= :now)""")
                .param("until", Timestamp.from(until))
                .param("now", Timestamp.from(now))
                .update();
        return taken == 1 ? Optional.of(read()) : Optional.empty();
    }

    /** Gives the sweep back, and says how far it is. */
    void giveBack(Sweep sweep) {
        jdbc.sql("""
                        update t2c_ledger_sweep set last_id = :lastId, checked = :checked, broken = :broken,
                            broken_before = :before, taken_until = null
                        where one = 1""")
                .param("lastId", sweep.lastId())
                .param("checked", sweep.checked())
                .param("broken", sweep.broken())
                .param("before", sweep.brokenBefore())
                .update();
    }

    Sweep read() {
        return jdbc.sql("select last_id, checked, broken, broken_before from t2c_ledger_sweep where one = 1")
                .query((row, n) -> new Sweep(
                        row.getString("last_id"),
                        row.getLong("checked"),
                        row.getLong("broken"),
                        row.getLong("broken_before")))
                .single();
    }
}
