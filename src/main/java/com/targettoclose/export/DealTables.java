package com.targettoclose.export;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Everything that is kept of one opportunity, table by table, row by row and column by column: ours, and what the engine noted
 * of its instances. It knows no column but those that lead to the opportunity, so a new one is in it by itself.
 */
@Repository
class DealTables {

    /** Our tables with rows of an opportunity, each named by a column {@code opportunity_id}. */
    static final List<String> OURS = List.of(
            "t2c_ledger_entry",
            "t2c_personal_text",
            "t2c_proposal",
            "t2c_recap",
            "t2c_call_notes",
            "t2c_reroute_deal",
            "t2c_delivery",
            "t2c_report_deal",
            "t2c_report_gate",
            "t2c_report_item",
            "t2c_audit");

    /** Those that hold rows of an opportunity for the time of an import alone. */
    static final Set<String> LEFT_OUT = Set.of("t2c_import_unchanged");

    private static final String INSTANCES = "select id_ from act_hi_procinst where business_key_ = :id";
    private static final List<String> ENGINE = List.of(
            "act_hi_procinst",
            "act_hi_actinst",
            "act_hi_taskinst",
            "act_hi_comment",
            "act_hi_attachment",
            "act_hi_incident",
            "act_hi_job_log",
            "act_hi_op_log");

    private final JdbcClient jdbc;

    DealTables(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The rows of an opportunity by table; an empty table is there too. */
    Map<String, List<Map<String, Object>>> of(String id) {
        Map<String, List<Map<String, Object>>> tables = new LinkedHashMap<>();
        tables.put("t2c_opportunity", rows("select * from t2c_opportunity where id = :id", id));
        tables.put("t2c_import", rows("""
                select id, status, file_name, imported_by, created_at, finished_at from t2c_import
                where id = (select import_id from t2c_opportunity where id = :id)""", id));
        OURS.forEach(table -> tables.put(table, rows("select * from " + table + " where opportunity_id = :id", id)));
        ENGINE.forEach(table -> tables.put(
                table, rows("select * from " + table + " where root_proc_inst_id_ in (" + INSTANCES + ")", id)));
        tables.put("act_ru_variable", rows("""
                select * from act_ru_variable where proc_inst_id_ in (
                    select id_ from act_hi_procinst where root_proc_inst_id_ in (%s))""".formatted(INSTANCES), id));
        return tables;
    }

    private List<Map<String, Object>> rows(String select, String id) {
        return jdbc.sql(select).param("id", id).query().listOfRows().stream()
                .map(DealTables::readable)
                .toList();
    }

    /** Names as one database writes them and values as both do; what is empty is left out. */
    private static Map<String, Object> readable(Map<String, Object> row) {
        Map<String, Object> readable = new LinkedHashMap<>();
        row.forEach((column, value) -> {
            if (value != null) {
                readable.put(column.toLowerCase(Locale.ROOT), readable(value));
            }
        });
        return readable;
    }

    private static Object readable(Object value) {
        if (value instanceof Timestamp moment) {
            return moment.toInstant();
        }
        if (value instanceof OffsetDateTime moment) {
            return moment.toInstant();
        }
        return value instanceof Date day ? day.toLocalDate() : value;
    }
}
