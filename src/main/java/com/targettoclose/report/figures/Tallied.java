package com.targettoclose.report.figures;

import com.targettoclose.report.facts.Tally;
import com.targettoclose.report.facts.Tally.Grain;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where a report reads what was counted: from a tally where it was kept as asked for, else from the facts themselves, row by
 * row. Days at either end of a period that make no whole month are read from the facts where a tally keeps months.
 */
final class Tallied {

    private static final LocalDate LAST = Tally.NO_DAY.minusDays(1);

    private final Tally tally;
    private final ReportFilter filter;

    private Tallied(Tally tally, ReportFilter filter) {
        this.tally = tally;
        this.filter = filter;
    }

    /** A {@code from} clause with this filter's period and deals; its parameters are {@link ReportFilter#params}. */
    static String from(Tally tally, ReportFilter filter) {
        return " from (" + new Tallied(tally, filter).rows() + ") as tally";
    }

    private String rows() {
        var period = new Days(filter.from(), filter.to());
        if (filter.owners() != null && !tally.by("owner")) {
            return facts(orOpen(period.of(tally.day())));
        }
        if (tally.grain() == Grain.DAY) {
            return kept(period);
        }
        var months = kept(new Days(firstMonth(), lastMonth()));
        var ends = ends().stream().map(days -> days.of(tally.day())).collect(Collectors.joining(" or "));
        return ends.isEmpty() ? months : months + " union all " + facts(ends);
    }

    private String kept(Days days) {
        return "select " + tally.columns() + " from " + tally.table() + filter.deals() + " and ("
                + orOpen(days.of("on_day")) + ")";
    }

    private String facts(String days) {
        return "select " + tally.factColumns() + " from " + tally.factTable() + filter.deals() + " and (" + days + ")";
    }

    /** Open deals have not ended: they belong to every period of what is counted by the end. */
    private String orOpen(String days) {
        return tally.day().equals("closed_on") ? "status = 'open' or " + days : days;
    }

    private @Nullable LocalDate firstMonth() {
        var from = filter.from();
        return from == null || from.getDayOfMonth() == 1
                ? from
                : YearMonth.from(from).plusMonths(1).atDay(1);
    }

    private @Nullable LocalDate lastMonth() {
        var to = filter.to();
        return to == null || endsMonth(to)
                ? to
                : YearMonth.from(to).minusMonths(1).atEndOfMonth();
    }

    private List<Days> ends() {
        var from = filter.from();
        var to = filter.to();
        boolean begins = from != null && from.getDayOfMonth() > 1;
        boolean ends = to != null && !endsMonth(to);
        if (from != null && to != null && YearMonth.from(from).equals(YearMonth.from(to))) {
            return begins || ends ? List.of(new Days(from, to)) : List.of();
        }
        List<Days> some = new ArrayList<>();
        if (from != null && begins) {
            some.add(new Days(from, YearMonth.from(from).atEndOfMonth()));
        }
        if (to != null && ends) {
            some.add(new Days(YearMonth.from(to).atDay(1), to));
        }
        return some;
    }

    private static boolean endsMonth(LocalDate day) {
        return YearMonth.from(day).atEndOfMonth().equals(day);
    }

    /** Days in a row, of which either end may be open. */
    private record Days(@Nullable LocalDate first, @Nullable LocalDate last) {

        String of(String column) {
            if (first == null && last == null) {
                return "1 = 1";
            }
            var until = column + " <= " + literal(last == null || last.isAfter(LAST) ? LAST : last);
            return first == null ? until : column + " >= " + literal(first) + " and " + until;
        }

        private static String literal(LocalDate day) {
            return "date '" + day + "'";
        }
    }
}
