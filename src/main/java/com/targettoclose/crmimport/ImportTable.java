package com.targettoclose.crmimport;

import com.targettoclose.background.Leases;
import com.targettoclose.background.WorkState;
import com.targettoclose.conversation.Choice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of imports: what was asked, who works on it until when, and how far it is. */
@Repository
class ImportTable {

    private static final String COLUMNS = """
            id, status, file_name, file_bytes, mapping, teams, imported_by, created_at, started_at, finished_at,
            last_line, bytes_read, rows_read, created, unchanged, rejected, won, lost, running, failure""";

    private static final String TABLE = "t2c_import";

    private final JdbcClient jdbc;
    private final Leases leases;

    ImportTable(JdbcClient jdbc, Leases leases) {
        this.jdbc = jdbc;
        this.leases = leases;
    }

    void add(ImportRow added) {
        jdbc.sql("""
                        insert into t2c_import (id, status, file_name, file_bytes, mapping, teams, imported_by, created_at)
                        values (:id, :status, :fileName, 0, :mapping, :teams, :importedBy, :createdAt)""")
                .param("id", added.id())
                .param("status", added.state().value())
                .param("fileName", added.fileName())
                .param("mapping", added.mapping())
                .param("teams", added.teams())
                .param("importedBy", added.importedBy())
                .param("createdAt", Timestamp.from(added.createdAt()))
                .update();
    }

    void size(String id, long bytes) {
        jdbc.sql("update t2c_import set file_bytes = :bytes where id = :id")
                .param("bytes", bytes)
                .param("id", id)
                .update();
    }

    Optional<ImportRow> find(String id) {
        return jdbc.sql("select " + COLUMNS + " from t2c_import where id = :id")
                .param("id", id)
                .query((row, n) -> read(row))
                .optional();
    }

    /** Newest first. */
    List<ImportRow> page(int page, int size) {
        return jdbc.sql("select " + COLUMNS
                        + " from t2c_import order by created_at desc, id limit :limit offset :offset")
                .param("limit", size)
                .param("offset", (long) page * size)
                .query((row, n) -> read(row))
                .list();
    }

    long count() {
        return jdbc.sql("select count(*) from t2c_import").query(Long.class).single();
    }

    long count(WorkState state) {
        return jdbc.sql("select count(*) from t2c_import where status = :status")
                .param("status", state.value())
                .query(Long.class)
                .single();
    }

    /** Takes the oldest import that nobody works on, for as long as the lease. Call it in a transaction. */
    Optional<ImportRow> claim(String worker, Instant now, Duration lease) {
        return leases.claim(TABLE, worker, now, lease).flatMap(this::find);
    }

    /** Keeps an import, and locks its row; false where another worker has taken over. */
    boolean keep(String id, String worker, Instant until) {
        return leases.keep(TABLE, id, worker, until);
    }

    /** Gives an import back, so that any node can go on with it at once. */
    void release(String id, String worker) {
        leases.release(TABLE, id, worker);
    }

    /** Notes what became of the rows up to this line. */
    void progress(String id, long lastLine, long bytesRead, Counts added) {
        jdbc.sql("""
                        update t2c_import set last_line = :lastLine, bytes_read = :bytesRead,
                            rows_read = rows_read + :read, created = created + :created,
                            unchanged = unchanged + :unchanged, rejected = rejected + :rejected,
                            won = won + :won, lost = lost + :lost, running = running + :running
                        where id = :id""")
                .param("id", id)
                .param("lastLine", lastLine)
                .param("bytesRead", bytesRead)
                .param("read", added.read())
                .param("created", added.created())
                .param("unchanged", added.unchanged())
                .param("rejected", added.rejected())
                .param("won", added.won())
                .param("lost", added.lost())
                .param("running", added.running())
                .update();
    }

    void end(String id, WorkState state, Instant now, @Nullable String failure) {
        jdbc.sql("""
                        update t2c_import set status = :status, finished_at = :now, failure = :failure,
                            worker = null, lease_until = null
                        where id = :id""")
                .param("status", state.value())
                .param("now", Timestamp.from(now))
                .param("failure", failure)
                .param("id", id)
                .update();
    }

    private static ImportRow read(ResultSet row) throws SQLException {
        return new ImportRow(
                row.getString("id"),
                Choice.of(WorkState.class, row.getString("status")).orElseThrow(),
                row.getString("file_name"),
                row.getLong("file_bytes"),
                row.getString("mapping"),
                row.getString("teams"),
                row.getString("imported_by"),
                row.getTimestamp("created_at").toInstant(),
                instant(row.getTimestamp("started_at")),
                instant(row.getTimestamp("finished_at")),
                row.getLong("last_line"),
                row.getLong("bytes_read"),
                new Counts(
                        row.getLong("rows_read"),
                        row.getLong("created"),
                        row.getLong("unchanged"),
                        row.getLong("rejected"),
                        row.getLong("won"),
                        row.getLong("lost"),
                        row.getLong("running")),
                row.getString("failure"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
