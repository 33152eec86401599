package com.targettoclose.retention;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is older than it is kept, in several tables: a batch at a time, and nothing else of them. */
@Repository
class RetentionTable {

    private final JdbcClient jdbc;

    RetentionTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Deletes what rejected rows of imports held that ended before. How many there were stays with the import. */
    int deleteRejectedRows(Instant endedBefore, int most) {
        return jdbc.sql("""
                        delete from t2c_import_rejected where (import_id, line_number, fault_number) in (
                            select r.import_id, r.line_number, r.fault_number from t2c_import_rejected r
                            join t2c_import i on i.id = r.import_id
                            where i.finished_at < :before limit :most)""")
                .param("before", Timestamp.from(endedBefore))
                .param("most", most)
                .update();
    }

    /** Deletes the files of teams of imports that ended before. */
    int deleteTeams(Instant endedBefore) {
        return jdbc.sql("update t2c_import set teams = null where finished_at < :before and teams is not null")
                .param("before", Timestamp.from(endedBefore))
                .update();
    }

    /** Deletes what was prepared for calls of deals that ended before, and was not written since. */
    int deleteCallNotes(LocalDate endedBefore, Instant writtenBefore, int most) {
        return jdbc.sql("""
                        delete from t2c_call_notes where (opportunity_id, conversation) in (
                            select n.opportunity_id, n.conversation from t2c_call_notes n
                            join t2c_opportunity o on o.id = n.opportunity_id
                            where o.status <> 'open' and o.closed_on < :day and n.written_at < :before limit :most)""")
                .param("day", endedBefore)
                .param("before", Timestamp.from(writtenBefore))
                .param("most", most)
                .update();
    }

    /** Deals that ended before and still have names and words. */
    List<String> withWords(LocalDate endedBefore, int most) {
        return jdbc.sql("""
                        select o.id from t2c_opportunity o where o.status <> 'open' and o.closed_on < :day
                            and exists (select 1 from t2c_personal_text p where p.opportunity_id = o.id)
                        order by o.id limit :most""")
                .param("day", endedBefore)
                .param("most", most)
                .query(String.class)
                .list();
    }
}
