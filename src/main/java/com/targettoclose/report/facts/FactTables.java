package com.targettoclose.report.facts;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SimplePropertySqlParameterSource;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Repository;

/** The read models' tables. Each has a column for every part of its fact, of the same name. */
@Repository
class FactTables {

    private static final Shape<DealFact> DEALS = new Shape<>("t2c_report_deal", DealFact.class, "");
    private static final Shape<GateFact> GATES = new Shape<>("t2c_report_gate", GateFact.class, "stage");
    private static final Shape<ItemFact> ITEMS = new Shape<>("t2c_report_item", ItemFact.class, "item");

    private final NamedParameterJdbcTemplate jdbc;

    FactTables(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps these facts of deals, and nothing else of them. Only rows that differ are written. */
    void keep(List<Facts> facts) {
        if (facts.isEmpty()) {
            return;
        }
        var ids = facts.stream().map(it -> it.deal().opportunityId()).toList();
        keep(DEALS, ids, facts, it -> List.of(it.deal()));
        keep(GATES, ids, facts, Facts::gates);
        keep(ITEMS, ids, facts, Facts::items);
    }

    /** Empties all of them. */
    void clear() {
        Stream.of(DEALS, GATES, ITEMS).forEach(shape -> jdbc.update("delete from " + shape.table(), Map.of()));
    }

    private <F extends Record & Fact> void keep(
            Shape<F> shape, Collection<String> ids, List<Facts> facts, Function<Facts, List<F>> part) {
        Map<List<String>, F> before = new HashMap<>();
        jdbc.query(shape.select(), Map.of("ids", ids), new DataClassRowMapper<>(shape.type()))
                .forEach(fact -> before.put(key(fact), fact));
        List<F> added = new ArrayList<>();
        List<F> changed = new ArrayList<>();
        facts.stream().flatMap(it -> part.apply(it).stream()).forEach(fact -> {
            var old = before.remove(key(fact));
            if (old == null) {
                added.add(fact);
            } else if (!old.equals(fact)) {
                changed.add(fact);
            }
        });
        jdbc.batchUpdate(shape.delete(), rows(before.values()));
        jdbc.batchUpdate(shape.update(), rows(changed));
        jdbc.batchUpdate(shape.insert(), rows(added));
    }

    private static SqlParameterSource[] rows(Collection<? extends Fact> facts) {
        return facts.stream().map(SimplePropertySqlParameterSource::new).toArray(SqlParameterSource[]::new);
    }

    private static List<String> key(Fact fact) {
        return List.of(fact.opportunityId(), fact.part());
    }

    /**
     * A table and what stands in it.
     *
     * @param part the column that tells the parts of a deal apart; empty where there is one row a deal
     */
    private record Shape<F extends Record & Fact>(String table, Class<F> type, String part) {

        String select() {
            return "select " + columns(FactTables::column) + " from " + table + " where opportunity_id in (:ids)";
        }

        String delete() {
            return "delete from " + table + where();
        }

        String update() {
            return "update " + table + " set " + columns(component -> column(component) + " = :" + component) + where();
        }

        private String where() {
            return " where opportunity_id = :opportunityId" + (part.isEmpty() ? "" : " and " + part + " = :" + part);
        }

        String insert() {
            return "insert into " + table + " (" + columns(FactTables::column) + ") values ("
                    + columns(component -> ":" + component) + ")";
        }

        private String columns(Function<String, String> written) {
            return Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getName)
                    .map(written)
                    .collect(Collectors.joining(", "));
        }
    }

    private static String column(String component) {
        return component.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
