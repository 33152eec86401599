package com.targettoclose.report.facts;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
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

    private final FactTable<?> facts;
    private final String day;
    private final Grain grain;
    private final TallyColumns columns;

    Tally(FactTable<?> facts, String day, Grain grain, List<String> keys, List<Measure> measures) {
        this.facts = facts;
        this.day = day;
        this.grain = grain;
        this.columns = new TallyColumns(facts, day, keys, measures);
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
        return columns.keys().contains(column);
    }

    /** Its columns, as {@link #table} names them. */
    public String columns() {
        return columns.names();
    }

    /** Its columns, as its facts tell them, one row a fact. */
    public String factColumns() {
        return columns.ofFacts();
    }

    TallyColumns shape() {
        return columns;
    }

    boolean counts(FactTable<?> table) {
        return facts.equals(table);
    }
}
