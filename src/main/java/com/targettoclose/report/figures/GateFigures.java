package com.targettoclose.report.figures;

import com.targettoclose.report.facts.Tally;
import com.targettoclose.report.statistics.Median;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.DataClassRowMapper;
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
        return cells("stage", "passage", Tally.PASSAGES, filter);
    }

    /** Deals by what an item was to them at its gate. */
    List<Cell> items(ReportFilter filter) {
        return cells("item", "at_gate", Tally.ITEMS_AT_GATES, filter);
    }

    private List<Cell> cells(String key, String group, Tally tally, ReportFilter filter) {
        return jdbc.sql("select " + key + " as cell_key, " + group
                        + " as cell_group, size_band, status, sum(deals) as deals"
                        + Tallied.from(tally, filter) + " where " + group + " <> ''" + filter.atGate()
                        + " group by " + key + ", " + group + ", size_band, status order by cell_key")
                .params(filter.params())
                .query((row, n) -> SkippingTable.cell(row))
                .list();
    }

    /** How deals go through stages. */
    List<StageLine> stages(ReportFilter filter) {
        var days = medians("stage", "days", Tally.GATE_DAYS, filter);
        return jdbc.sql("select stage, sum(deals) as entered, sum(passed) as passed,"
                        + " sum(case when status in ('open', 'won') then deals - passed else 0 end) as standing,"
                        + " sum(required) as required, sum(met_in_time) as met_in_time, sum(waived) as waived"
                        + Tallied.from(Tally.GATES, filter) + " where 1 = 1" + filter.atGate()
                        + " group by stage order by stage")
                .params(filter.params())
                .query((row, n) -> stage(row, days))
                .list();
    }

    private static StageLine stage(ResultSet row, Map<String, Double> days) throws SQLException {
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
                days.get(row.getString("stage")),
                Rate.of(row.getLong("met_in_time"), required),
                Rate.of(row.getLong("waived"), required));
    }

    /** How hard items are to get. */
    List<CommitmentLine> commitments(ReportFilter filter) {
        var asks = medians("item", "gained_at_ask", Tally.ASKS, filter);
        var days = medians("item", "days", Tally.ASKS, filter);
        return jdbc.sql("select item, sum(tried) as deals, sum(asked) as asks,"
                        + " sum(case when gained_at_ask > 0 then tried else 0 end) as gained"
                        + Tallied.from(Tally.ASKS, filter) + " where 1 = 1" + filter.atGate()
                        + " group by item having sum(tried) > 0 order by item")
                .params(filter.params())
                .query((row, n) -> new CommitmentLine(
                        row.getString("item"),
                        Rate.of(row.getLong("gained"), row.getLong("deals")),
                        row.getLong("asks"),
                        asks.get(row.getString("item")),
                        days.get(row.getString("item"))))
                .list();
    }

    /** Who let deals pass without something, the most often first. */
    List<WaiverLine> approvers(ReportFilter filter) {
        return jdbc.sql("select waived_by, sum(deals) as waived" + Tallied.from(Tally.WAIVERS, filter)
                        + " where at_gate = 'waived' and waived_by <> ''" + filter.atGate()
                        + " group by waived_by order by waived desc, waived_by")
                .params(filter.params())
                .query((row, n) -> new WaiverLine(row.getString("waived_by"), row.getLong("waived")))
                .list();
    }

    /** What became of items at their gates; those that came through none count where their deals ended. */
    List<AtGate> atGates(ReportFilter filter) {
        return jdbc.sql(
                        "select item, sum(case when at_gate in ('timely', 'afterwards', 'imported') then deals else 0 end) as passed,"
                                + " sum(case when at_gate = 'waived' then deals else 0 end) as waived,"
                                + " sum(case when at_gate = '' and status in ('lost', 'no-decision', 'disqualified') then deals else 0 end)"
                                + " as ended" + Tallied.from(Tally.ITEMS_AT_GATES, filter) + " group by item")
                .params(filter.params())
                .query(new DataClassRowMapper<>(AtGate.class))
                .list();
    }

    /** Conversations that are open now, with deals that began in the period. */
    List<OpenConversations> open(ReportFilter filter) {
        return jdbc.sql("select stage.key_ as process, task.task_def_key_ as task, count(*) as open"
                        + " from act_ru_task task join act_re_procdef stage on stage.id_ = task.proc_def_id_"
                        + " join act_ru_execution execution on execution.id_ = task.proc_inst_id_"
                        + " join act_ru_execution roadmap on roadmap.id_ = execution.root_proc_inst_id_"
                        + " join (select opportunity_id from t2c_report_deal" + filter.begun() + ") deal"
                        + " on deal.opportunity_id = roadmap.business_key_ group by stage.key_, task.task_def_key_")
                .params(filter.params())
                .query(new DataClassRowMapper<>(OpenConversations.class))
                .list();
    }

    private Map<String, Double> medians(String key, String value, Tally tally, ReportFilter filter) {
        Map<String, SortedMap<Integer, Long>> counts = new HashMap<>();
        jdbc.sql("select " + key + ", " + value + ", sum(deals) as deals" + Tallied.from(tally, filter) + " where "
                        + value + " >= 0" + filter.atGate() + " group by " + key + ", " + value)
                .params(filter.params())
                .query(row -> {
                    counts.computeIfAbsent(row.getString(key), any -> new TreeMap<>())
                            .put(row.getInt(value), row.getLong("deals"));
                });
        return counts.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, it -> Median.of(it.getValue())));
    }
}
