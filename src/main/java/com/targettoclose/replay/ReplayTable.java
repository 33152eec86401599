package com.targettoclose.replay;

import com.targettoclose.background.WorkState;
import com.targettoclose.conversation.Choice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of replays, and beside it the files of those that have not ended. */
@Repository
class ReplayTable {

    static final String TABLE = "t2c_replay";
    private static final String COLUMNS =
            "id, status, asked_by, edition, created_at, started_at, finished_at, deals, replayed, result, failure";

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;

    ReplayTable(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    void add(String id, String askedBy, Instant now, Map<String, byte[]> files) {
        add(id, askedBy, now, (Integer) null);
        batches.batchUpdate(
                "insert into t2c_replay_file (replay_id, file_name, content) values (:id, :name, :content)",
                files.entrySet().stream()
                        .map(file -> new MapSqlParameterSource("id", id)
                                .addValue("name", file.getKey())
                                .addValue("content", file.getValue()))
                        .toArray(MapSqlParameterSource[]::new));
    }

    void add(String id, String askedBy, Instant now, @Nullable Integer edition) {
        jdbc.sql("""
                        insert into t2c_replay (id, status, asked_by, created_at, edition)
                        values (:id, :status, :askedBy, :now, :edition)""")
                .param("id", id)
                .param("status", WorkState.QUEUED.value())
                .param("askedBy", askedBy)
                .param("now", Timestamp.from(now))
                .param("edition", edition)
                .update();
    }

    Map<String, byte[]> files(String id) {
        Map<String, byte[]> files = new TreeMap<>();
        jdbc.sql("select file_name, content from t2c_replay_file where replay_id = :id")
                .param("id", id)
                .query(row -> {
                    files.put(row.getString("file_name"), row.getBytes("content"));
                });
        return files;
    }

    Optional<ReplayRow> find(String id) {
        return jdbc.sql("select " + COLUMNS + " from t2c_replay where id = :id")
                .param("id", id)
                .query((row, n) -> read(row))
                .optional();
    }

    /** The newest replay of an edition. */
    Optional<ReplayRow> newestOf(int edition) {
        return jdbc.sql("select " + COLUMNS
                        + " from t2c_replay where edition = :edition order by created_at desc, id limit 1")
                .param("edition", edition)
                .query((row, n) -> read(row))
                .optional();
    }

    /** Notes how far a replay is and keeps it until then; false where another worker has taken over. */
    boolean progress(String id, String worker, long deals, long replayed, Instant until) {
        return jdbc.sql("""
                                update t2c_replay set deals = :deals, replayed = :replayed, lease_until = :until
                                where id = :id and worker = :worker and status = 'running'""")
                        .param("deals", deals)
                        .param("replayed", replayed)
                        .param("until", Timestamp.from(until))
                        .param("id", id)
                        .param("worker", worker)
                        .update()
                == 1;
    }

    /** Ends a replay that this worker has, and forgets its files. */
    void end(
            String id, String worker, WorkState state, Instant now, @Nullable String result, @Nullable String failure) {
        int ended = jdbc.sql("""
                        update t2c_replay set status = :status, finished_at = :now, result = :result, failure = :failure,
                            worker = null, lease_until = null
                        where id = :id and worker = :worker and status = 'running'""")
                .param("status", state.value())
                .param("now", Timestamp.from(now))
                .param("result", result)
                .param("failure", failure)
                .param("id", id)
                .param("worker", worker)
                .update();
        if (ended == 1) {
            jdbc.sql("delete from t2c_replay_file where replay_id = :id")
                    .param("id", id)
                    .update();
        }
    }

    private static ReplayRow read(ResultSet row) throws SQLException {
        return new ReplayRow(
                row.getString("id"),
                Choice.of(WorkState.class, row.getString("status")).orElseThrow(),
                row.getString("asked_by"),
                row.getObject("edition", Integer.class),
                row.getTimestamp("created_at").toInstant(),
                instant(row.getTimestamp("started_at")),
                instant(row.getTimestamp("finished_at")),
                row.getLong("deals"),
                row.getLong("replayed"),
                row.getString("result"),
                row.getString("failure"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
