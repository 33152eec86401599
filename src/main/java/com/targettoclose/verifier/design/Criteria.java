package com.targettoclose.verifier.design;

import com.targettoclose.opportunity.DealType;
import com.targettoclose.process.stage.ExitCriteriaTables;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What the table of exit criteria answers, asked with every value at which an answer can change: the numbers that stand
 * in its cells, a little less and a little more, nothing, and the unknown value, which counts as the highest.
 */
public final class Criteria {

    private static final String STAGE = "stage";
    private static final String DEAL_VALUE = "dealValue";
    private static final String DEAL_TYPE = "dealType";

    /** The input columns. */
    public static final List<String> INPUTS = List.of(STAGE, DEAL_VALUE, DEAL_TYPE);

    /** The output columns. */
    public static final List<String> OUTPUTS = List.of("item", "waivableBy", "proof", "lapsesAfterDays");

    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");
    private static final double A_LITTLE = 0.01;

    private final Table table;

    Criteria(Table table) {
        this.table = table;
    }

    /** The table. */
    public Table table() {
        return table;
    }

    /** Whether it has the columns that it is asked by; else nothing can be asked. */
    public boolean askable() {
        return sorted(table.inputs()).equals(sorted(INPUTS))
                && sorted(table.outputs()).equals(sorted(OUTPUTS));
    }

    private static List<String> sorted(List<String> names) {
        return names.stream().sorted().toList();
    }

    /** The ids of all rows. */
    public List<String> rowIds() {
        return table.answers().rowIds();
    }

    /** Every deal value at which the answers may differ. */
    public Set<Double> values() {
        Set<Double> values = new TreeSet<>(Set.of(0.0, ExitCriteriaTables.UNKNOWN_VALUE));
        for (var cell : table.answers().column(DEAL_VALUE)) {
            NUMBER.matcher(cell)
                    .results()
                    .map(number -> Double.parseDouble(number.group()))
                    .forEach(number ->
                            values.addAll(List.of(Math.max(0, number - A_LITTLE), number, number + A_LITTLE)));
        }
        return values;
    }

    /** The rows that a stage requires of a deal. */
    public List<Row> required(String stage, DealType type, double value) {
        return table.answers().rows(Map.of(STAGE, stage, DEAL_VALUE, value, DEAL_TYPE, type.value()));
    }

    /** What could not be evaluated so far, by the row's id. */
    public Map<String, String> faults() {
        return table.answers().faults();
    }
}
