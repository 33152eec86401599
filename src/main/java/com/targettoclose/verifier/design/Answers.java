package com.targettoclose.verifier.design;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.jspecify.annotations.Nullable;

/** What a decision table answers, row by row: it is asked cell by cell, so that each fault has its row. */
public final class Answers {

    private final Table table;
    private final Cells cells = new Cells();
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, String> faults = new LinkedHashMap<>();
    private final Map<Map<String, Object>, List<Row>> asked = new HashMap<>();

    private record Entry(String id, List<String> inputs, List<String> outputs) {

        /** An input cell; empty where the row is shorter. */
        String input(int column) {
            return column < inputs.size() ? inputs.get(column) : "";
        }
    }

    Answers(Table table) {
        this.table = table;
        table.table().stream().flatMap(it -> it.getRules().stream()).forEach(rule -> entries.add(entry(rule)));
    }

    private static Entry entry(Rule rule) {
        return new Entry(
                rule.getId(),
                rule.getInputEntries().stream()
                        .map(it -> Table.text(it.getText()))
                        .toList(),
                rule.getOutputEntries().stream()
                        .map(it -> Table.text(it.getText()))
                        .toList());
    }

    /** The ids of all rows. */
    public List<String> rowIds() {
        return entries.stream().map(Entry::id).toList();
    }

    /** What stands in an input column, row by row. */
    List<String> column(String input) {
        int column = table.inputs().indexOf(input);
        return entries.stream()
                .map(entry -> column < 0 ? "" : entry.input(column))
                .toList();
    }

    /** What could not be evaluated so far, by the row's id. */
    public Map<String, String> faults() {
        return Map.copyOf(faults);
    }

    /** The rows that fit these values, by input name. */
    public List<Row> rows(Map<String, Object> values) {
        return asked.computeIfAbsent(
                values,
                it -> entries.stream()
                        .filter(entry -> matches(entry, it))
                        .map(this::row)
                        .flatMap(Optional::stream)
                        .toList());
    }

    private boolean matches(Entry entry, Map<String, Object> values) {
        var columns = table.inputs();
        for (int i = 0; i < columns.size(); i++) {
            var value = values.getOrDefault(columns.get(i), "");
            if (!Boolean.TRUE.equals(noted(entry, cells.matches(entry.input(i), value)))) {
                return false;
            }
        }
        return true;
    }

    private Optional<Row> row(Entry entry) {
        var columns = table.outputs();
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < columns.size() && i < entry.outputs().size(); i++) {
            var value = noted(entry, cells.value(entry.outputs().get(i)));
            if (value != null) {
                values.put(columns.get(i), value);
            }
        }
        return faults.containsKey(entry.id()) ? Optional.empty() : Optional.of(new Row(entry.id(), values));
    }

    private @Nullable Object noted(Entry entry, Cells.Result result) {
        result.fault().ifPresent(fault -> faults.putIfAbsent(entry.id(), fault));
        return result.value();
    }
}
