package com.targettoclose.attack;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * Every row of every table at one moment, but the audit's, which is to grow, and how often somebody tried a password.
 * Two of them tell whether anything was done in between.
 */
record Snapshot(Map<String, Map<String, Integer>> tables) {

    private static final Set<String> NOT_LOOKED_AT = Set.of("flyway_schema_history", "t2c_engine_schema", "t2c_audit");
    private static final Set<String> COLUMNS_NOT_LOOKED_AT = Set.of("attempts_", "lock_exp_time_");
    private static final int SHOWN = 400;

    static Snapshot of(DataSource database) {
        Map<String, Map<String, Integer>> tables = new TreeMap<>();
        try (var connection = database.getConnection()) {
            for (var table : names(connection
                    .getMetaData()
                    .getTables(null, connection.getSchema(), "%", new String[] {"TABLE", "BASE TABLE"}))) {
                try (var statement = connection.createStatement();
                        var rows = statement.executeQuery("select * from " + table)) {
                    tables.put(table, rows(rows));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new Snapshot(tables);
    }

    /** What is different in a later one, a line a row. */
    List<String> until(Snapshot later) {
        List<String> changes = new ArrayList<>();
        later.tables.forEach((table, rows) -> {
            var before = tables.getOrDefault(table, Map.of());
            rows.forEach((row, count) -> {
                if (count > before.getOrDefault(row, 0)) {
                    changes.add("+ " + table + " " + shown(row));
                }
            });
            before.forEach((row, count) -> {
                if (count > rows.getOrDefault(row, 0)) {
                    changes.add("- " + table + " " + shown(row));
                }
            });
        });
        return changes;
    }

    private static List<String> names(ResultSet found) throws SQLException {
        List<String> names = new ArrayList<>();
        while (found.next()) {
            var name = found.getString("TABLE_NAME");
            if (!NOT_LOOKED_AT.contains(name.toLowerCase(Locale.ROOT))) {
                names.add(name);
            }
        }
        return names;
    }

    private static Map<String, Integer> rows(ResultSet rows) throws SQLException {
        Map<String, Integer> counted = new HashMap<>();
        var columns = rows.getMetaData();
        while (rows.next()) {
            var row = new StringBuilder();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                if (!COLUMNS_NOT_LOOKED_AT.contains(columns.getColumnName(i).toLowerCase(Locale.ROOT))) {
                    row.append(text(rows.getObject(i))).append(" | ");
                }
            }
            counted.merge(row.toString(), 1, Integer::sum);
        }
        return counted;
    }

    private static String text(Object value) throws SQLException {
        if (value instanceof java.sql.Blob blob) {
            return "blob " + Arrays.hashCode(blob.getBytes(1, (int) blob.length()));
        }
        if (value instanceof java.sql.Clob clob) {
            return clob.getSubString(1, (int) clob.length());
        }
        return value instanceof byte[] bytes ? "bytes " + Arrays.hashCode(bytes) : Objects.toString(value);
    }

    private static String shown(String row) {
        return row.length() > SHOWN ? row.substring(0, SHOWN) + "…" : row;
    }
}
