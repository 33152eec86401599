package com.targettoclose.delivery;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Which entries were not delivered yet. The ledger itself is the outbox: an entry is in it as soon as the transaction that wrote
 * it is kept, and each opportunity's row says up to which one was delivered. A deal whose next entry waits, or is on its
 * way, has a row besides.
 */
@Repository
public class Outbox {

    private static final int LONGEST_FAULT = 500;

    private final JdbcClient jdbc;

    Outbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A deal to deliver. */
    record Claimed(String opportunityId, int delivered) {}

    /** Whether delivery has begun here at some time; locks the answer until the transaction ends. */
    boolean begun() {
        return jdbc.sql("select begun_at from t2c_delivery_start where one = 1 for update")
                .query((row, n) -> row.getTimestamp(1) != null)
                .single();
    }

    /** Begins now: with what comes, or with what there is already too. */
    void begin(Instant now, boolean fromTheBeginning) {
        if (!fromTheBeginning) {
            jdbc.sql("update t2c_opportunity set delivered_entries = ledger_entries where undelivered = 1")
                    .update();
        }
        jdbc.sql("update t2c_delivery_start set begun_at = :now where one = 1")
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Deals with news that nobody delivers at the moment. */
    List<Claimed> due(Instant now, int most) {
        return jdbc.sql("""
                        select o.id, o.delivered_entries from t2c_opportunity o
                        left join t2c_delivery d on d.opportunity_id = o.id
                        where o.undelivered = 1 and (d.opportunity_id is null
                            or (d.dead_at is null and (d.next_at is null or d.next_at <= :now)
                                and (d.lease_until is null or d.lease_until < :now)))
                        order by o.id limit :most""")
                .param("now", Timestamp.from(now))
                .param("most", most)
                .query((row, n) -> new Claimed(row.getString(1), row.getInt(2)))
                .list();
    }

    /** Takes a deal until then; false where another was faster. */
    boolean claim(String id, String worker, Instant now, Instant until) {
        int taken = jdbc.sql("""
                        update t2c_delivery set worker = :worker, lease_until = :until where opportunity_id = :id
                            and dead_at is null and (lease_until is null or lease_until < :now)
                            and (next_at is null or next_at <= :now)""")
                .param("worker", worker)
                .param("until", Timestamp.from(until))
                .param("id", id)
                .param("now", Timestamp.from(now))
                .update();
        return taken == 1 || add(id, worker, until);
    }

    private boolean add(String id, String worker, Instant until) {
        try {
            return jdbc.sql("""
                            insert into t2c_delivery (opportunity_id, worker, lease_until) select :id, :worker, :until
                            where not exists (select 1 from t2c_delivery where opportunity_id = :id)""")
                            .param("id", id)
                            .param("worker", worker)
                            .param("until", Timestamp.from(until))
                            .update()
                    == 1;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    /** Keeps a deal until then; false where another has taken over. */
    boolean keep(String id, String worker, Instant until) {
        return jdbc.sql("update t2c_delivery set lease_until = :until where opportunity_id = :id and worker = :worker")
                        .param("until", Timestamp.from(until))
                        .param("id", id)
                        .param("worker", worker)
                        .update()
                == 1;
    }

    /** How far a deal is. */
    int delivered(String id) {
        return jdbc.sql("select delivered_entries from t2c_opportunity where id = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    /** Notes that an entry was taken, if those before it were. */
    void taken(String id, int number) {
        jdbc.sql(
                        "update t2c_opportunity set delivered_entries = :number where id = :id and delivered_entries = :before")
                .param("number", number)
                .param("before", number - 1)
                .param("id", id)
                .update();
    }

    /** Everything of a deal was taken. */
    void release(String id, String worker) {
        jdbc.sql("delete from t2c_delivery where opportunity_id = :id and worker = :worker")
                .param("id", id)
                .param("worker", worker)
                .update();
    }

    /** Another node may go on with a deal, if it is still this one's. */
    void giveBack(String id, String worker) {
        jdbc.sql("update t2c_delivery set worker = null, lease_until = null"
                        + " where opportunity_id = :id and worker = :worker")
                .param("id", id)
                .param("worker", worker)
                .update();
    }

    /** Its next entry was taken: what went before counts no more. */
    void forgive(String id, String worker) {
        jdbc.sql("update t2c_delivery set attempts = 0, fault = null, next_at = null"
                        + " where opportunity_id = :id and worker = :worker and attempts > 0")
                .param("id", id)
                .param("worker", worker)
                .update();
    }

    /** How often the next entry of a deal was tried in vain. */
    int attempts(String id) {
        return jdbc.sql("select attempts from t2c_delivery where opportunity_id = :id")
                .param("id", id)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    /** Its next entry was not taken. */
    void notTaken(String id, String worker, String fault, @Nullable Instant nextAt, @Nullable Instant deadAt) {
        jdbc.sql("""
                        update t2c_delivery set worker = null, lease_until = null, attempts = attempts + 1, fault = :fault,
                            next_at = :next, dead_at = :dead where opportunity_id = :id and worker = :worker""")
                .param("fault", fault.length() > LONGEST_FAULT ? fault.substring(0, LONGEST_FAULT) : fault)
                .param("next", nextAt == null ? null : Timestamp.from(nextAt))
                .param("dead", deadAt == null ? null : Timestamp.from(deadAt))
                .param("id", id)
                .param("worker", worker)
                .update();
    }

    /** Deals with entries that were not delivered. */
    public long undelivered() {
        return jdbc.sql("select count(*) from t2c_opportunity where undelivered = 1")
                .query(Long.class)
                .single();
    }
}
