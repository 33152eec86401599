package com.targettoclose.opportunity;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Which ledgers have grown since the reports last read them. Each opportunity's row keeps how many entries were read, beside
 * how many there are: no position over all ledgers, which entries that commit later could slip under, and nothing more to
 * write when an entry is.
 */
@Repository
public class Unreported {

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;

    Unreported(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Opportunities whose ledgers were not read to their end, at most so many, each with how many entries there are. */
    public Map<String, Integer> some(int most) {
        Map<String, Integer> entries = new LinkedHashMap<>();
        jdbc.sql("select id, ledger_entries from t2c_opportunity where unreported = 1 order by id limit :most")
                .param("most", most)
                .query(row -> {
                    entries.put(row.getString("id"), row.getInt("ledger_entries"));
                });
        return entries;
    }

    /** How many there are. */
    public long count() {
        return jdbc.sql("select count(*) from t2c_opportunity where unreported = 1")
                .query(Long.class)
                .single();
    }

    /** Notes up to which entry each ledger was read. */
    public void readUpTo(Map<String, Integer> entries) {
        batches.batchUpdate(
                "update t2c_opportunity set reported_entries = :entries where id = :id",
                entries.entrySet().stream()
                        .map(read ->
                                new MapSqlParameterSource("id", read.getKey()).addValue("entries", read.getValue()))
                        .toArray(MapSqlParameterSource[]::new));
    }

    /** Has every ledger read anew. */
    public void forget() {
        jdbc.sql("update t2c_opportunity set reported_entries = 0 where reported_entries <> 0")
                .update();
    }
}
