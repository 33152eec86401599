package com.targettoclose.report.facts;

import com.targettoclose.report.facts.Tally.Grain;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** Counts every tally anew from the facts, by the database itself: what is kept step by step has to say the same. */
public final class Recount {

    private Recount() {}

    /** Fills all tallies, which must be empty. */
    public static void fill(JdbcTemplate jdbc) {
        for (var tally : Tally.values()) {
            jdbc.update("insert into " + tally.table() + " (" + tally.columns() + ") " + of(tally));
        }
    }

    /** What a tally has to hold: its columns, in their order. */
    static String of(Tally tally) {
        var day = tally.grain() == Grain.DAY
                ? "on_day"
                : "case when on_day = date '" + Tally.NO_DAY
                        + "' then on_day else cast(date_trunc('month', on_day) as date) end";
        var keys = tally.shape().keys().stream().skip(1).collect(Collectors.joining(", "));
        return "select " + day + " as on_day, " + keys + ", "
                + tally.shape().measures().stream()
                        .map(measure -> "sum(" + measure.name() + ") as " + measure.name())
                        .collect(Collectors.joining(", "))
                + " from (select " + tally.factColumns() + " from " + tally.factTable() + ") as fact group by " + day
                + ", " + keys;
    }
}
