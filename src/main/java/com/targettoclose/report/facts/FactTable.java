package com.targettoclose.report.facts;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A table of facts. It has a column for every part of its fact, of the same name.
 *
 * @param part the column that tells the facts of a deal apart; empty where there is one a deal
 */
record FactTable<F extends Record & Fact>(String name, Class<F> type, String part) {

    static final FactTable<DealFact> DEALS = new FactTable<>("t2c_report_deal", DealFact.class, "");
    static final FactTable<GateFact> GATES = new FactTable<>("t2c_report_gate", GateFact.class, "stage");
    static final FactTable<ItemFact> ITEMS = new FactTable<>("t2c_report_item", ItemFact.class, "item");
    static final List<FactTable<?>> ALL = List.of(DEALS, GATES, ITEMS);

    String select() {
        return "select " + columns(FactTable::column) + " from " + name + " where opportunity_id in (:ids)";
    }

    String delete() {
        return "delete from " + name + where();
    }

    String update() {
        return "update " + name + " set " + columns(component -> column(component) + " = :" + component) + where();
    }

    String insert() {
        return "insert into " + name + " (" + columns(FactTable::column) + ") values ("
                + columns(component -> ":" + component) + ")";
    }

    /** The part of a fact that a column holds. */
    RecordComponent component(String column) {
        return Arrays.stream(type.getRecordComponents())
                .filter(component -> column(component.getName()).equals(column))
                .findFirst()
                .orElseThrow();
    }

    private String where() {
        return " where opportunity_id = :opportunityId" + (part.isEmpty() ? "" : " and " + part + " = :" + part);
    }

    private String columns(Function<String, String> written) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .map(written)
                .collect(Collectors.joining(", "));
    }

    private static String column(String component) {
        return component.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
