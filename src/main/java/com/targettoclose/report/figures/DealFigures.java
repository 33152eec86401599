package com.targettoclose.report.figures;

import com.targettoclose.conversation.Choice;
import com.targettoclose.opportunity.Status;
import com.targettoclose.report.statistics.CumulativeIncidence.Watched;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts deals. */
@Repository
class DealFigures {

    private final JdbcClient jdbc;

    DealFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By where they came from, and how much of what their gates required they had in time. */
    List<Cell> byOrigin(ReportFilter filter) {
        return cells("origin", "adherence_band", filter);
    }

    /** By whose they are, those from before the process apart. */
    List<Cell> byOwner(ReportFilter filter) {
        return cells("owner", "case when origin = 'before' then 'before' else 'process' end", filter);
    }

    /** By product, those from before the process apart. */
    List<Cell> byProduct(ReportFilter filter) {
        return cells("coalesce(product, '')", "case when origin = 'before' then 'before' else 'process' end", filter);
    }

    private List<Cell> cells(String key, String group, ReportFilter filter) {
        return jdbc.sql("select cell_key, cell_group, size_band, status, count(*) as deals from (select " + key
                        + " as cell_key, " + group + " as cell_group, size_band, status from t2c_report_deal"
                        + filter.ended()
                        + ") as deal group by cell_key, cell_group, size_band, status order by cell_key")
                .params(filter.params())
                .query((row, n) -> SkippingTable.cell(row))
                .list();
    }

    /** Targets of this process, and how many of them gained the item that makes them opportunities. */
    Rate creation(ReportFilter filter, String item) {
        return jdbc.sql("select count(*) as targets, count(gained.gained_on) as created from (select opportunity_id"
                        + " from t2c_report_deal" + filter.begun() + " and origin <> 'before') as deal"
                        + " left join t2c_report_item as gained on gained.opportunity_id = deal.opportunity_id"
                        + " and gained.item = :creation")
                .params(filter.params())
                .param("creation", item)
                .query((row, n) -> Rate.of(row.getLong("created"), row.getLong("targets")))
                .single();
    }

    /** Deals of this process that were sent back. */
    long rerouted(ReportFilter filter) {
        return jdbc.sql("select count(*) from t2c_report_deal" + filter.begun()
                        + " and origin <> 'before' and rerouted")
                .params(filter.params())
                .query(Long.class)
                .single();
    }

    /** How long deals of this process were watched. Disqualified ones are watched until then: they come to none of the ends. */
    List<Watched<Status>> watched(ReportFilter filter, LocalDate today) {
        List<Watched<Status>> watched = new ArrayList<>(jdbc.sql(
                        "select cycle_days, status, count(*) as deals from t2c_report_deal" + filter.begun()
                                + " and origin <> 'before' and cycle_days >= 0 group by cycle_days, status")
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
                        + " and status = 'open' and opened_on <= :today group by opened_on")
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
        return jdbc.sql("select currency, count(case when status = 'open' then 1 end) as going_on,"
                        + " count(case when status = 'won' then 1 end) as won, count(case when status = 'lost' then 1 end) as lost,"
                        + " avg(case when status = 'won' then deal_value end) as average_won,"
                        + " avg(case when status = 'won' then cast(cycle_days as double precision) end) as average_days"
                        + " from t2c_report_deal" + filter.ended() + " and origin <> 'before' and currency is not null"
                        + " group by currency order by currency")
                .params(filter.params())
                .query((row, n) -> velocity(row))
                .list();
    }

    private static Velocity velocity(ResultSet row) throws SQLException {
        long won = row.getLong("won");
        var rate = Rate.of(won, won + row.getLong("lost"));
        var value = row.getBigDecimal("average_won");
        double days = row.getDouble("average_days");
        boolean known = value != null && days > 0;
        return new Velocity(
                row.getString("currency"),
                row.getLong("going_on"),
                rate,
                value == null ? null : value.setScale(2, RoundingMode.HALF_EVEN),
                won == 0 ? null : days,
                known
                        ? Objects.requireNonNull(value)
                                .multiply(BigDecimal.valueOf(
                                        row.getLong("going_on") * Objects.requireNonNullElse(rate.share(), 0.0) / days))
                                .setScale(2, RoundingMode.HALF_EVEN)
                        : null);
    }
}
