package com.targettoclose.erasure;

import java.sql.Timestamp;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The proofs of erasures, and where else than beside ledgers a person can be named. */
@Repository
class ErasureTable {

    private static final String NOTES_NAME = " from t2c_call_notes where lower(questions) like :person escape '!'"
            + " or lower(concerns) like :person escape '!' or lower(fallback_ask) like :person escape '!'"
            + " or lower(notes) like :person escape '!'";
    private static final String ROWS_NAME = " lower(field_value) like :person escape '!'";

    private final JdbcClient jdbc;

    ErasureTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static String pattern(String person) {
        return "%" + person.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%";
    }

    int callNotes(String person) {
        return jdbc.sql("select count(*)" + NOTES_NAME)
                .param("person", pattern(person))
                .query(Integer.class)
                .single();
    }

    int eraseCallNotes(String person) {
        return jdbc.sql("delete" + NOTES_NAME).param("person", pattern(person)).update();
    }

    int rejectedRows(String person) {
        return jdbc.sql("select count(*) from t2c_import_rejected where" + ROWS_NAME)
                .param("person", pattern(person))
                .query(Integer.class)
                .single();
    }

    /** The row stays among those that were rejected; what it held does not. */
    int eraseRejectedRows(String person) {
        return jdbc.sql(
                        "update t2c_import_rejected set field_value = null, reason = 'What it held was erased on request.'"
                                + " where" + ROWS_NAME)
                .param("person", pattern(person))
                .update();
    }

    void add(Erasure erasure) {
        jdbc.sql("""
                        insert into t2c_erasure (id, erased_at, erased_by, reason, deals, texts, call_notes, rejected_rows)
                        values (:id, :at, :by, :reason, :deals, :texts, :callNotes, :rejectedRows)""")
                .param("id", erasure.id())
                .param("at", Timestamp.from(erasure.at()))
                .param("by", erasure.by())
                .param("reason", erasure.reason())
                .param("deals", erasure.deals())
                .param("texts", erasure.texts())
                .param("callNotes", erasure.callNotes())
                .param("rejectedRows", erasure.rejectedRows())
                .update();
    }

    /** One page of proofs, newest first. */
    List<Erasure> page(int page, int size) {
        return jdbc.sql("select * from t2c_erasure order by erased_at desc, id limit :size offset :offset")
                .param("size", size)
                .param("offset", (long) page * size)
                .query((row, n) -> new Erasure(
                        Objects.requireNonNull(row.getString("id")),
                        false,
                        row.getTimestamp("erased_at").toInstant(),
                        Objects.requireNonNull(row.getString("erased_by")),
                        Objects.requireNonNull(row.getString("reason")),
                        row.getInt("deals"),
                        row.getInt("texts"),
                        row.getInt("call_notes"),
                        row.getInt("rejected_rows"),
                        null))
                .list();
    }

    long count() {
        return jdbc.sql("select count(*) from t2c_erasure").query(Long.class).single();
    }
}
