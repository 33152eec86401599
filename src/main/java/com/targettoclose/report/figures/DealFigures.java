package com.targettoclose.report.figures;

import com.targettoclose.conversation.Choice;
import com.targettoclose.opportunity.Status;
import com.targettoclose.report.facts.Tally;
import com.targettoclose.report.statistics.CumulativeIncidence.Watched;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts deals. */
@Repository
class DealFigures {

    private static final String BEFORE_OR_NOT = "case when origin = 'before' then 'before' else 'process' end";

    private final JdbcClient jdbc;

    DealFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By where they came from, and how much of what their gates required they had in time. */
    List<Cell> byOrigin(ReportFilter filter) {
        return cells("origin", "adherence_band", Tally.DEALS_ENDED, filter);
    }

    /** By whose they are, those from before the process apart. */
    List<Cell> byOwner(ReportFilter filter) {
        return cells("owner", BEFORE_OR_NOT, Tally.OWNERS_ENDED, filter);
    }

    /** By product, those from before the process apart. */
    List<Cell> byProduct(ReportFilter filter) {
        return cells("product", BEFORE_OR_NOT, Tally.DEALS_ENDED, filter);
    }

    private List<Cell> cells(String key, String group, Tally tally, ReportFilter filter) {
        return jdbc.sql("select cell_key, cell_group, size_band, status, sum(deals) as deals from (select " + key
                        + " as cell_key, " + group + " as cell_group, size_band, status, deals"
                        + Tallied.from(tally, filter)
                        + ") as deal group by cell_key, cell_group, size_band, status order by cell_key")
                .params(filter.params())
                .query((row, n) -> SkippingTable.cell(row))
                .list();
    }

    /** Targets of this process, and how many of them gained the item that makes them opportunities. */
    Rate creation(ReportFilter filter, String item) {
        long targets = jdbc.sql("select coalesce(sum(deals), 0)" + Tallied.from(Tally.OWNERS_BEGUN, filter)
                        + " where origin <> 'before'")
                .params(filter.params())
                .query(Long.class)
                .single();
        long created = jdbc.sql("select coalesce(sum(deals), 0)" + Tallied.from(Tally.ASKS, filter)
                        + " where item = :creation and gained_at_ask > 0")
                .params(filter.params())
                .param("creation", item)
                .query(Long.class)
                .single();
        return Rate.of(created, targets);
    }

    /** Deals of this process that were sent back. */
    long rerouted(ReportFilter filter) {
        return jdbc.sql("select coalesce(sum(rerouted), 0)" + Tallied.from(Tally.OWNERS_BEGUN, filter)
                        + " where origin <> 'before'")
                .params(filter.params())
                .query(Long.class)
                .single();
    }

    /** How long deals of this process were watched. Disqualified ones are watched until then: they come to none of the ends. */
    List<Watched<Status>> watched(ReportFilter filter, LocalDate today) {
        List<Watched<Status>> watched = new ArrayList<>(jdbc.sql(
                        "select cycle_days, status, sum(deals) as deals" + Tallied.from(Tally.CYCLES, filter)
                                + " where origin <> 'before' and cycle_days >= 0 group by cycle_days, status")
                .params(filter.params())
                .query((row, n) -> {
                    var status =
                            Choice.of(Status.class, row.getString("status")).orElseThrow();
                    return new Watched<>(
                            row.getLong("cycle_days"),
                            status == Status.DISQUALIFIED ? null : status,
                            row.getLong("deals"));
                })
                .list());
        watched.addAll(jdbc.sql("select opened_on, count(*) as deals from t2c_report_deal" + filter.begun()
                        + " and status = 'open'" + " and opened_on <= :today group by opened_on")
                .params(filter.params())
                .param("today", today)
                .query((row, n) -> new Watched<Status>(
                        ChronoUnit.DAYS.between(row.getObject("opened_on", LocalDate.class), today),
                        null,
                        row.getLong("deals")))
                .list());
        return watched;
    }

    /** What open deals are worth a day, by currency. */
    List<Velocity> velocity(ReportFilter filter) {
        return jdbc.sql("select currency, " + sum("deals", "open") + " as going_on, " + sum("deals", "won")
                        + " as won, "
                        + sum("deals", "lost") + " as lost, " + sum("deal_value", "won") + " as won_value, "
                        + sum("valued", "won") + " as valued, " + sum("cycle_days", "won") + " as won_days, "
                        + sum("timed", "won") + " as timed" + Tallied.from(Tally.DEALS_ENDED, filter)
                        + " where origin <> 'before' and currency <> '' group by currency order by currency")
                .params(filter.params())
                .query((row, n) -> velocity(row))
                .list();
    }

    private static String sum(String measure, String status) {
        return "sum(case when status = '" + status + "' then " + measure + " else 0 end)";
    }

    private static Velocity velocity(ResultSet row) throws SQLException {
        long open = row.getLong("going_on");
        long won = row.getLong("won");
        long valued = row.getLong("valued");
        long timed = row.getLong("timed");
        var rate = Rate.of(won, won + row.getLong("lost"));
        var value = valued == 0
                ? null
                : row.getBigDecimal("won_value").divide(BigDecimal.valueOf(valued), 2, RoundingMode.HALF_EVEN);
        var days = timed == 0 ? null : row.getDouble("won_days") / timed;
        return new Velocity(row.getString("currency"), open, rate, value, days, perDay(open, rate, value, days));
    }

    private static @Nullable BigDecimal perDay(
            long open, Rate rate, @Nullable BigDecimal value, @Nullable Double days) {
        var share = rate.share();
        return value == null || days == null || days <= 0 || share == null
                ? null
                : value.multiply(BigDecimal.valueOf(open * share / days)).setScale(2, RoundingMode.HALF_EVEN);
    }
}
