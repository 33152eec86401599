package com.targettoclose.report.facts;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Facts counted by what reports ask for, kept in step with them, so that a report adds up a few thousand rows however many
 * deals there are. Every tally is counted by day, roadmap, edition, deal type and size, and by its own columns. An unknown
 * value stands as {@code ''}, {@code -1} or {@link #NO_DAY}.
 */
public enum Tally {

    /** How deals ended. */
    DEALS_ENDED(
            FactTable.DEALS,
            "closed_on",
            Grain.DAY,
            List.of("status", "origin", "adherence_band", "product", "currency"),
            List.of(
                    Measure.rows("deals"),
                    Measure.sum("deal_value"),
                    Measure.present("deal_value", "valued"),
                    Measure.sum("cycle_days"),
                    Measure.present("cycle_days", "timed"))),

    /** The same by owner. */
    OWNERS_ENDED(
            FactTable.DEALS,
            "closed_on",
            Grain.MONTH,
            List.of("status", "origin", "owner"),
            List.of(Measure.rows("deals"))),

    /** What the deals of each owner tell. */
    OWNERS_BEGUN(
            FactTable.DEALS,
            "opened_on",
            Grain.MONTH,
            List.of("origin", "owner"),
            Stream.concat(
                            Stream.of(Measure.rows("deals"), Measure.isTrue("rerouted")),
                            Stream.of(
                                            "applicable",
                                            "met_in_time",
                                            "held",
                                            "verified",
                                            "gained",
                                            "claimed",
                                            "late",
                                            "off_the_map",
                                            "recordings",
                                            "in_bursts",
                                            "worded",
                                            "alike",
                                            "thin")
                                    .map(Measure::sum))
                    .toList()),

    /** How long deals took to end. */
    CYCLES(
            FactTable.DEALS,
            "opened_on",
            Grain.MONTH,
            List.of("status", "origin", "cycle_days"),
            List.of(Measure.rows("deals"))),

    /** How gates let deals pass, by how these ended. */
    PASSAGES(
            FactTable.GATES,
            "closed_on",
            Grain.DAY,
            List.of("status", "stage", "passage"),
            List.of(Measure.rows("deals"))),

    /** What gates asked of the deals of each owner. */
    GATES(
            FactTable.GATES,
            "opened_on",
            Grain.MONTH,
            List.of("status", "stage", "owner"),
            List.of(
                    Measure.rows("deals"),
                    Measure.present("passed_on", "passed"),
                    Measure.sum("required"),
                    Measure.sum("met_in_time"),
                    Measure.sum("waived"))),

    /** How long gates held deals. */
    GATE_DAYS(FactTable.GATES, "opened_on", Grain.MONTH, List.of("stage", "days"), List.of(Measure.rows("deals"))),

    /** What an item was to deals at their gates, by how these ended. */
    ITEMS_AT_GATES(
            FactTable.ITEMS,
            "closed_on",
            Grain.DAY,
            List.of("status", "item", "stage", "at_gate"),
            List.of(Measure.rows("deals"))),

    /** At which ask clients gave an item, and after how many days. */
    ASKS(
            FactTable.ITEMS,
            "opened_on",
            Grain.DAY,
            List.of("item", "stage", "gained_at_ask", "days"),
            List.of(Measure.rows("deals"), Measure.positive("asked", "tried"), Measure.sum("asked"))),

    /** Who let deals pass without an item. */
    WAIVERS(
            FactTable.ITEMS,
            "opened_on",
            Grain.DAY,
            List.of("stage", "at_gate", "waived_by"),
            List.of(Measure.rows("deals")));

    /** The day of what has none. */
    public static final LocalDate NO_DAY = LocalDate.of(9999, 12, 31);

    private static final String ON_DAY = "on_day";

    private final FactTable<?> facts;
    private final String day;
    private final Grain grain;
    private final List<String> keys;
    private final List<Measure> measures;
    private final List<RecordComponent> keyParts;
    private final List<RecordComponent> measuredParts;

    Tally(FactTable<?> facts, String day, Grain grain, List<String> keys, List<Measure> measures) {
        this.facts = facts;
        this.day = day;
        this.grain = grain;
        this.keys = Stream.concat(Stream.of("roadmap", "edition", "deal_type", "size_band"), keys.stream())
                .toList();
        this.measures = measures;
        this.keyParts = Stream.concat(Stream.of(day), this.keys.stream())
                .map(facts::component)
                .toList();
        this.measuredParts = measures.stream()
                .map(measure -> facts.component(measure.column()))
                .toList();
    }

    /** How fine its days are. */
    public enum Grain {
        DAY,

        /** Each stands for its month, as the first day of it. */
        MONTH;

        LocalDate of(LocalDate day) {
            return this == DAY || day.equals(NO_DAY) ? day : day.withDayOfMonth(1);
        }
    }

    /** The table that keeps it. */
    public String table() {
        return "t2c_tally_" + name().toLowerCase(Locale.ROOT);
    }

    /** The table of the facts that it counts. */
    public String factTable() {
        return facts.name();
    }

    /** The column of its facts that says when. */
    public String day() {
        return day;
    }

    public Grain grain() {
        return grain;
    }

    /** Whether it is counted by this column. */
    public boolean by(String column) {
        return keys.contains(column);
    }

    /** Its columns, as {@link #table} names them. */
    public String columns() {
        return Stream.concat(keyColumns().stream(), measures.stream().map(Measure::name))
                .collect(Collectors.joining(", "));
    }

    /** Its columns, as its facts tell them, one row a fact. */
    public String factColumns() {
        return Stream.concat(
                        Stream.concat(
                                Stream.of(known(day) + " as " + ON_DAY),
                                keys.stream().map(key -> known(key) + " as " + key)),
                        measures.stream().map(measure -> measure.ofFact() + " as " + measure.name()))
                .collect(Collectors.joining(", "));
    }

    List<String> keyColumns() {
        return Stream.concat(Stream.of(ON_DAY), keys.stream()).toList();
    }

    List<Measure> measures() {
        return measures;
    }

    boolean counts(FactTable<?> table) {
        return facts.equals(table);
    }

    /** The parts of a fact that it counts by, in the order of its columns. */
    List<RecordComponent> keyParts() {
        return keyParts;
    }

    /** The parts of a fact that it adds up, in the order of its measures. */
    List<RecordComponent> measuredParts() {
        return measuredParts;
    }

    private String known(String column) {
        var type = facts.component(column).getType();
        if (type == LocalDate.class) {
            return "coalesce(" + column + ", date '" + NO_DAY + "')";
        }
        return "coalesce(" + column + (type == String.class ? ", '')" : ", -1)");
    }
}
