package com.targettoclose.report.figures;

import com.targettoclose.conversation.Choice;
import com.targettoclose.opportunity.Status;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts deals by what an item was to them at its gate. */
@Repository
class SkippingTable {

    private final JdbcClient jdbc;

    SkippingTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Deals of one type and size that have ended. */
    List<Cell> comparable(Collection<String> items, String dealType, String sizeBand) {
        return items.isEmpty()
                ? List.of()
                : jdbc.sql("""
                        select item as cell_key, at_gate as cell_group, size_band, status, sum(deals) as deals
                        from t2c_tally_items_at_gates
                        where item in (:items) and deal_type = :dealType and size_band = :sizeBand
                            and at_gate in ('timely', 'afterwards', 'waived')
                            and status in ('won', 'lost', 'no-decision')
                        group by item, at_gate, size_band, status""")
                        .param("items", items)
                        .param("dealType", dealType)
                        .param("sizeBand", sizeBand)
                        .query((row, n) -> cell(row))
                        .list();
    }

    static Cell cell(ResultSet row) throws SQLException {
        return new Cell(
                row.getString("cell_key"),
                row.getString("cell_group"),
                row.getString("size_band"),
                Choice.of(Status.class, row.getString("status")).orElseThrow(),
                row.getLong("deals"));
    }
}
