package com.targettoclose.report.facts;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a tally adds up.
 *
 * @param name its column in the tally
 * @param column the column of the facts
 */
record Measure(String name, String column, Kind kind) {

    enum Kind {
        ROWS,
        SUM,
        PRESENT,
        POSITIVE,
        TRUE
    }

    /** How many facts there are. */
    static Measure rows(String name) {
        return new Measure(name, "opportunity_id", Kind.ROWS);
    }

    static Measure sum(String column) {
        return new Measure(column, column, Kind.SUM);
    }

    /** How many have a value. */
    static Measure present(String column, String name) {
        return new Measure(name, column, Kind.PRESENT);
    }

    /** How many have more than zero. */
    static Measure positive(String column, String name) {
        return new Measure(name, column, Kind.POSITIVE);
    }

    /** Of how many it is true. */
    static Measure isTrue(String column) {
        return new Measure(column, column, Kind.TRUE);
    }

    /** What one fact brings, in SQL. */
    String ofFact() {
        return switch (kind) {
            case ROWS -> "1";
            case SUM -> "coalesce(" + column + ", 0)";
            case PRESENT -> "case when " + column + " is null then 0 else 1 end";
            case POSITIVE -> "case when " + column + " > 0 then 1 else 0 end";
            case TRUE -> "case when " + column + " then 1 else 0 end";
        };
    }

    /** What a fact with this value brings. */
    BigDecimal of(@Nullable Object value) {
        return switch (kind) {
            case ROWS -> BigDecimal.ONE;
            case SUM -> value == null ? BigDecimal.ZERO : number(value);
            case PRESENT -> one(value != null);
            case POSITIVE -> one(value != null && number(value).signum() > 0);
            case TRUE -> one(Boolean.TRUE.equals(value));
        };
    }

    private static BigDecimal number(Object value) {
        return value instanceof BigDecimal it ? it : BigDecimal.valueOf(((Number) value).longValue());
    }

    private static BigDecimal one(boolean it) {
        return it ? BigDecimal.ONE : BigDecimal.ZERO;
    }
}
