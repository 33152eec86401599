package com.targettoclose.process.requests;

import com.targettoclose.process.requests.Proposals.Filter;
import com.targettoclose.process.requests.Proposals.Id;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which entries of the ledger propose a change and which answer one, to list them by. */
@Repository
class ProposalTable {

    private final JdbcClient jdbc;

    ProposalTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Id proposal, String by, Instant at) {
        jdbc.sql("""
                        insert into t2c_proposal (opportunity_id, entry_number, proposed_by, proposed_at)
                        values (:opportunity, :number, :by, :at)""")
                .param("opportunity", proposal.opportunityId())
                .param("number", proposal.number())
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
    }

    void answered(Id proposal, int entry) {
        jdbc.sql("update t2c_proposal set answered_entry = :entry"
                        + " where opportunity_id = :opportunity and entry_number = :number")
                .param("entry", entry)
                .param("opportunity", proposal.opportunityId())
                .param("number", proposal.number())
                .update();
    }

    /** One page, newest first. */
    List<Id> page(Filter filter, int page, int size) {
        return jdbc.sql("select opportunity_id, entry_number from t2c_proposal" + where(filter)
                        + " order by proposed_at desc, opportunity_id, entry_number desc limit :limit offset :offset")
                .params(params(filter))
                .param("limit", size)
                .param("offset", (long) page * size)
                .query((row, n) -> new Id(row.getString("opportunity_id"), row.getInt("entry_number")))
                .list();
    }

    long count(Filter filter) {
        return jdbc.sql("select count(*) from t2c_proposal" + where(filter))
                .params(params(filter))
                .query(Long.class)
                .single();
    }

    private static String where(Filter filter) {
        var open = filter.open();
        return " where 1 = 1" + (filter.by() == null ? "" : " and proposed_by in (:by)")
                + (open == null ? "" : " and answered_entry is " + (open ? "null" : "not null"));
    }

    private static Map<String, Object> params(Filter filter) {
        Map<String, Object> params = new HashMap<>();
        if (filter.by() != null) {
            params.put("by", filter.by());
        }
        return params;
    }
}
