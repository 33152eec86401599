package com.targettoclose.background;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Who works on what: a row of work is one worker's until its lease ends, and anybody's then. A table of work has the columns
 * {@code id}, {@code status} ({@code queued}, {@code running}, or ended), {@code worker}, {@code lease_until},
 * {@code created_at} and {@code started_at}.
 */
@Repository
public class Leases {

    private final JdbcClient jdbc;

    Leases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Takes the oldest row that nobody works on, for as long as the lease. Call it in a transaction.
     *
     * @param table its name, one of ours
     */
    public Optional<String> claim(String table, String worker, Instant now, Duration lease) {
        var free = jdbc.sql("select id from " + table + """
                         where status in ('queued', 'running') and (lease_until is null or lease_until < :now)
                        order by created_at, id limit 1 for update skip locked""")
                .param("now", Timestamp.from(now))
                .query(String.class)
                .optional();
        free.ifPresent(id -> jdbc.sql("update " + table + """
                         set status = 'running', worker = :worker, lease_until = :until,
                            started_at = coalesce(started_at, :now)
                        where id = :id""")
                .param("worker", worker)
                .param("until", Timestamp.from(now.plus(lease)))
                .param("now", Timestamp.from(now))
                .param("id", id)
                .update());
        return free;
    }

    /** Keeps a row until then, and locks it; false where another worker has taken over. */
    public boolean keep(String table, String id, String worker, Instant until) {
        return jdbc.sql("update " + table + """
                                 set lease_until = :until
                                where id = :id and worker = :worker and status = 'running'""")
                        .param("until", Timestamp.from(until))
                        .param("id", id)
                        .param("worker", worker)
                        .update()
                == 1;
    }

    /** Gives a row back, so that any node can go on with it at once. */
    public void release(String table, String id, String worker) {
        jdbc.sql("update " + table + " set worker = null, lease_until = null where id = :id and worker = :worker")
                .param("id", id)
                .param("worker", worker)
                .update();
    }
}
