package com.targettoclose.pipeline.recap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The links that were made. What came of each stands in the ledger. */
@Repository
class RecapTable {

    private static final String SELECT =
            "select id, opportunity_id, first_entry, sent_entry, expires_at, replaced from t2c_recap";

    private final JdbcClient jdbc;

    RecapTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds a link in place of those that were made for the same conversation. */
    void add(RecapLink link) {
        jdbc.sql("update t2c_recap set replaced = true where opportunity_id = :opportunity and first_entry = :first")
                .param("opportunity", link.opportunityId())
                .param("first", link.firstEntry())
                .update();
        jdbc.sql("""
                        insert into t2c_recap (id, opportunity_id, first_entry, sent_entry, expires_at, replaced)
                        values (:id, :opportunity, :first, :sent, :expires, false)""")
                .param("id", link.id())
                .param("opportunity", link.opportunityId())
                .param("first", link.firstEntry())
                .param("sent", link.sentEntry())
                .param("expires", Timestamp.from(link.expiresAt()))
                .update();
    }

    Optional<RecapLink> find(String id) {
        return jdbc.sql(SELECT + " where id = :id")
                .param("id", id)
                .query((row, n) -> read(row))
                .optional();
    }

    /** The links of an opportunity that nothing stands in the place of. */
    List<RecapLink> of(String opportunityId) {
        return jdbc.sql(SELECT + " where opportunity_id = :opportunity and replaced = false order by first_entry")
                .param("opportunity", opportunityId)
                .query((row, n) -> read(row))
                .list();
    }

    private static RecapLink read(ResultSet row) throws SQLException {
        return new RecapLink(
                row.getString("id"),
                row.getString("opportunity_id"),
                row.getInt("first_entry"),
                row.getInt("sent_entry"),
                row.getTimestamp("expires_at").toInstant(),
                row.getBoolean("replaced"));
    }
}
