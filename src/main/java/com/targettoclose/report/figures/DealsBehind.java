package com.targettoclose.report.figures;

import com.targettoclose.report.ReportSettings;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lists the deals behind a number of the report. */
@Repository
public class DealsBehind {

    private final JdbcClient jdbc;
    private final ReportSettings settings;

    DealsBehind(JdbcClient jdbc, ReportSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /**
     * A deal.
     *
     * @param how how it did there: a status, how its gate let it pass, or whether the client gave what was asked for
     */
    public record Line(String opportunityId, String how) {}

    /** Some of them, by id. */
    public List<Line> some(Behind behind, ReportFilter filter, int skip, int most) {
        return jdbc.sql(behind.kind().select(filter)
                        + " order by opportunity_id offset :skip rows fetch first :most rows only")
                .params(filter.params())
                .param("value", behind.value())
                .param("creation", settings.creationItem())
                .param("skip", skip)
                .param("most", most)
                .query((row, n) -> new Line(row.getString("opportunity_id"), row.getString("how")))
                .list();
    }
}
