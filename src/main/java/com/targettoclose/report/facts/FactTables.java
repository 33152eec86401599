package com.targettoclose.report.facts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SimplePropertySqlParameterSource;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Repository;

/** The read models' tables: facts, and what they are counted to. */
@Repository
class FactTables {

    private final NamedParameterJdbcTemplate jdbc;
    private final TallyTables tallies;

    FactTables(NamedParameterJdbcTemplate jdbc, TallyTables tallies) {
        this.jdbc = jdbc;
        this.tallies = tallies;
    }

    /** Keeps these facts of deals, and nothing else of them. Only rows that differ are written. */
    void keep(List<Facts> facts) {
        if (facts.isEmpty()) {
            return;
        }
        var ids = facts.stream().map(it -> it.deal().opportunityId()).toList();
        keep(FactTable.DEALS, ids, facts, it -> List.of(it.deal()));
        keep(FactTable.GATES, ids, facts, Facts::gates);
        keep(FactTable.ITEMS, ids, facts, Facts::items);
    }

    /** Empties all of them. */
    void clear() {
        FactTable.ALL.forEach(table -> jdbc.update("delete from " + table.name(), Map.of()));
        tallies.clear();
    }

    private <F extends Record & Fact> void keep(
            FactTable<F> table, Collection<String> ids, List<Facts> facts, Function<Facts, List<F>> part) {
        Map<List<String>, F> before = new HashMap<>();
        jdbc.query(table.select(), Map.of("ids", ids), new DataClassRowMapper<>(table.type()))
                .forEach(fact -> before.put(key(fact), fact));
        List<F> replaced = new ArrayList<>();
        List<F> added = new ArrayList<>();
        List<F> changed = new ArrayList<>();
        facts.stream().flatMap(it -> part.apply(it).stream()).forEach(fact -> {
            var old = before.remove(key(fact));
            if (old == null) {
                added.add(fact);
            } else if (!old.equals(fact)) {
                replaced.add(old);
                changed.add(fact);
            }
        });
        write(table.delete(), before.values());
        write(table.update(), changed);
        write(table.insert(), added);
        replaced.addAll(before.values());
        changed.addAll(added);
        tallies.recount(table, replaced, changed);
    }

    private void write(String sql, Collection<? extends Fact> facts) {
        if (!facts.isEmpty()) {
            jdbc.batchUpdate(
                    sql,
                    facts.stream().map(SimplePropertySqlParameterSource::new).toArray(SqlParameterSource[]::new));
        }
    }

    private static List<String> key(Fact fact) {
        return List.of(fact.opportunityId(), fact.part());
    }
}
