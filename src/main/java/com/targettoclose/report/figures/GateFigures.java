package com.targettoclose.report.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts what happened at gates, and to items. */
@Repository
class GateFigures {

    private final JdbcClient jdbc;

    GateFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Deals by how a gate first let them pass. */
    List<Cell> passages(ReportFilter filter) {
        return jdbc.sql("select stage as cell_key, passage as cell_group, size_band, status, count(*) as deals"
                        + " from t2c_report_gate" + filter.ended() + filter.atGate()
                        + " and passage is not null group by stage, passage, size_band, status")
                .params(filter.params())
                .query((row, n) -> SkippingTable.cell(row))
                .list();
    }

    /** Deals by what an item was to them at its gate. */
    List<Cell> items(ReportFilter filter) {
        return jdbc.sql("select item as cell_key, at_gate as cell_group, size_band, status, count(*) as deals"
                        + " from t2c_report_item" + filter.ended() + filter.atGate()
                        + " and at_gate is not null group by item, at_gate, size_band, status")
                .params(filter.params())
                .query((row, n) -> SkippingTable.cell(row))
                .list();
    }

    /** How deals go through stages. */
    List<StageLine> stages(ReportFilter filter) {
        return jdbc.sql("select stage, count(*) as entered, count(passed_on) as passed,"
                        + " count(case when passed_on is null and status in ('open', 'won') then 1 end) as standing,"
                        + " percentile_cont(0.5) within group (order by days) as median_days,"
                        + " sum(required) as required, sum(met_in_time) as met_in_time, sum(waived) as waived"
                        + " from t2c_report_gate" + filter.begun() + filter.atGate() + " group by stage")
                .params(filter.params())
                .query((row, n) -> stage(row))
                .list();
    }

    private static StageLine stage(ResultSet row) throws SQLException {
        long entered = row.getLong("entered");
        long passed = row.getLong("passed");
        long standing = row.getLong("standing");
        long ended = entered - passed - standing;
        long required = row.getLong("required");
        return new StageLine(
                row.getString("stage"),
                entered,
                passed,
                standing,
                ended,
                Rate.of(passed, passed + ended),
                median(row, "median_days"),
                Rate.of(row.getLong("met_in_time"), required),
                Rate.of(row.getLong("waived"), required));
    }

    /** How hard items are to get. */
    List<CommitmentLine> commitments(ReportFilter filter) {
        return jdbc.sql("select item, count(*) as deals, count(gained_at_ask) as gained, sum(asked) as asks,"
                        + " percentile_cont(0.5) within group (order by gained_at_ask) as median_asks"
                        + " from t2c_report_item" + filter.begun() + filter.atGate() + " and asked > 0 group by item")
                .params(filter.params())
                .query((row, n) -> new CommitmentLine(
                        row.getString("item"),
                        Rate.of(row.getLong("gained"), row.getLong("deals")),
                        row.getLong("asks"),
                        median(row, "median_asks")))
                .list();
    }

    /** Who let deals pass without something, the most often first. */
    List<WaiverLine> approvers(ReportFilter filter) {
        return jdbc.sql("select waived_by, count(*) as waived from t2c_report_item" + filter.begun() + filter.atGate()
                        + " and at_gate = 'waived' and waived_by is not null group by waived_by"
                        + " order by waived desc, waived_by")
                .params(filter.params())
                .query((row, n) -> new WaiverLine(row.getString("waived_by"), row.getLong("waived")))
                .list();
    }

    private static @Nullable Double median(ResultSet row, String column) throws SQLException {
        double median = row.getDouble(column);
        return row.wasNull() ? null : median;
    }
}
