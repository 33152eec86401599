package com.targettoclose.audit;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The log, and the view that reads it together with the ledgers. */
@Repository
class AuditTable {

    private static final String COLUMNS = "occurred_at, user_id, door, act, opportunity_id, outcome, status, source";
    private static final String LOG = " from t2c_audit";
    private static final String LOG_AND_LEDGERS = " from t2c_audit_trail";

    private final JdbcClient jdbc;

    AuditTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Attempt attempt, Instant at) {
        jdbc.sql("""
                        insert into t2c_audit (occurred_at, user_id, door, act, opportunity_id, outcome, status, source)
                        values (:at, :user, :door, :act, :opportunity, :outcome, :status, :source)""").params(AuditRow.params(attempt, at)).update();
    }

    /** One page of those that fit, newest first. */
    List<AuditLine> page(AuditFilter filter, int page, int size) {
        return jdbc.sql("select " + COLUMNS
                        + (filter.readsLedgers() ? ", detail" + LOG_AND_LEDGERS : ", null as detail" + LOG)
                        + filter.where()
                        + " order by occurred_at desc, tie desc limit :limit offset :offset")
                .params(filter.params())
                .param("limit", size)
                .param("offset", (long) page * size)
                .query((row, n) -> AuditRow.read(row))
                .list();
    }

    /** How many fit. */
    long count(AuditFilter filter) {
        return jdbc.sql("select count(*)" + (filter.readsLedgers() ? LOG_AND_LEDGERS : LOG) + filter.where())
                .params(filter.params())
                .query(Long.class)
                .single();
    }

    /** Takes on this day's tidying, in the caller's transaction; false where another node did. */
    boolean claim(LocalDate day) {
        return jdbc.sql("update t2c_audit_tidied set tidied_on = :day where tidied_on < :day")
                        .param("day", day)
                        .update()
                > 0;
    }

    /** Deletes what is older, and says how many lines that were. */
    int deleteBefore(Instant moment) {
        return jdbc.sql("delete from t2c_audit where occurred_at < :moment")
                .param("moment", Timestamp.from(moment))
                .update();
    }
}
