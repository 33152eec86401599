package com.targettoclose.report.figures;

import com.targettoclose.report.facts.Tally;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Adds up what the deals of each rep tell. */
@Repository
class PeopleFigures {

    private static final String NOTHING_TOLD =
            "0 as applicable, 0 as met_in_time, 0 as held, 0 as verified, 0 as gained, 0 as claimed, 0 as late,"
                    + " 0 as off_the_map, 0 as recordings, 0 as in_bursts, 0 as worded, 0 as alike, 0 as thin,";

    private final JdbcClient jdbc;

    PeopleFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Deals of this process. */
    List<Sums> deals(ReportFilter filter) {
        return sums(
                "select owner, sum(applicable) as applicable, sum(met_in_time) as met_in_time,"
                        + " sum(held) as held, sum(verified) as verified, sum(gained) as gained, sum(claimed) as claimed, sum(late) as late,"
                        + " sum(off_the_map) as off_the_map, sum(recordings) as recordings,"
                        + " sum(in_bursts) as in_bursts, sum(worded) as worded, sum(alike) as alike, sum(thin) as thin,"
                        + " 0 as silent, 0 as required, 0 as waived" + Tallied.from(Tally.OWNERS_BEGUN, filter)
                        + " where origin <> 'before' group by owner",
                filter.params());
    }

    /** Open deals of this process of which nothing was heard since a day. */
    List<Sums> silent(ReportFilter filter, LocalDate before) {
        Map<String, Object> params = new HashMap<>(filter.params());
        params.put("silentBefore", before);
        return sums(
                "select owner, " + NOTHING_TOLD + " count(*) as silent, 0 as required, 0 as waived from t2c_report_deal"
                        + filter.begun() + " and status = 'open'"
                        + " and origin <> 'before' and coalesce(last_heard_on, opened_on) < :silentBefore"
                        + " group by owner",
                params);
    }

    /** Requirements at the gates that their deals passed, and how many of them were waived. */
    List<Sums> gates(ReportFilter filter) {
        return sums(
                "select owner, " + NOTHING_TOLD + " 0 as silent, sum(required) as required, sum(waived) as waived"
                        + Tallied.from(Tally.GATES, filter) + " where 1 = 1" + filter.atGate() + " group by owner",
                filter.params());
    }

    private List<Sums> sums(String sql, Map<String, Object> params) {
        return jdbc.sql(sql)
                .params(params)
                .query(new DataClassRowMapper<>(Sums.class))
                .list();
    }
}
