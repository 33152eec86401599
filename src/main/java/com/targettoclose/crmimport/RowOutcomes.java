package com.targettoclose.crmimport;

import com.targettoclose.conversation.Fault;
import com.targettoclose.conversation.FaultSentence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of rows that were rejected, and, while an import runs, of those that were here already. */
@Repository
class RowOutcomes {

    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_REASON = 2000;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;

    RowOutcomes(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** A fault of a row, as it is shown. */
    record Rejected(
            long line, @Nullable String column, @Nullable String value, String code, String reason) {}

    /** Notes the faults of rows, by line. */
    void reject(String importId, Map<Long, List<Fault>> faults) {
        List<MapSqlParameterSource> rows = new ArrayList<>();
        faults.forEach((line, list) -> {
            for (int i = 0; i < list.size(); i++) {
                rows.add(row(importId, line, i + 1, list.get(i)));
            }
        });
        if (!rows.isEmpty()) {
            batches.batchUpdate("""
                    insert into t2c_import_rejected
                        (import_id, line_number, fault_number, column_name, field_value, code, reason)
                    values (:id, :line, :fault, :column, :value, :code, :reason)""", rows.toArray(MapSqlParameterSource[]::new));
        }
    }

    /** One page of faults, in the order of the file. */
    List<Rejected> rejected(String importId, int page, int size) {
        return jdbc.sql("""
                        select line_number, column_name, field_value, code, reason from t2c_import_rejected
                        where import_id = :id order by line_number, fault_number limit :limit offset :offset""")
                .param("id", importId)
                .param("limit", size)
                .param("offset", (long) page * size)
                .query((row, n) -> new Rejected(
                        row.getLong("line_number"),
                        row.getString("column_name"),
                        row.getString("field_value"),
                        row.getString("code"),
                        row.getString("reason")))
                .list();
    }

    /** Notes the deals that were here already, by id with their line. */
    void unchanged(String importId, Map<String, Long> lines) {
        if (!lines.isEmpty()) {
            batches.batchUpdate(
                    "insert into t2c_import_unchanged (import_id, opportunity_id, line_number) values (:id, :deal, :line)",
                    lines.entrySet().stream()
                            .map(line -> new MapSqlParameterSource()
                                    .addValue("id", importId)
                                    .addValue("deal", line.getKey())
                                    .addValue("line", line.getValue()))
                            .toArray(MapSqlParameterSource[]::new));
        }
    }

    /** Of these deals, those that the import found here already, with their line. */
    Map<String, Long> foundUnchanged(String importId, Collection<String> ids) {
        Map<String, Long> lines = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("""
                            select opportunity_id, line_number from t2c_import_unchanged
                            where import_id = :id and opportunity_id in (:ids)""").param("id", importId).param("ids", ids).query(row -> {
                lines.put(row.getString("opportunity_id"), row.getLong("line_number"));
            });
        }
        return lines;
    }

    /** Forgets what was noted for the time of the import only. */
    void forgetUnchanged(String importId) {
        jdbc.sql("delete from t2c_import_unchanged where import_id = :id")
                .param("id", importId)
                .update();
    }

    private static MapSqlParameterSource row(String importId, long line, int number, Fault fault) {
        return new MapSqlParameterSource()
                .addValue("id", importId)
                .addValue("line", line)
                .addValue("fault", number)
                .addValue("column", text(fault.field(), LONGEST_NAME))
                .addValue("value", text(fault.value(), LONGEST_NAME))
                .addValue("code", fault.code().value())
                .addValue("reason", text(FaultSentence.of(fault), LONGEST_REASON));
    }

    /** As the database can keep it: it has no place for NUL. Empty as null. */
    private static @Nullable String text(@Nullable String value, int longest) {
        if (value == null || value.isEmpty()) {
            return null;
        }
        return value.substring(0, Math.min(value.length(), longest)).replace('\0', CsvRows.NOT_UTF8);
    }
}
