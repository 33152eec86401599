package com.targettoclose.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/** H2's refusal to change or remove what was written; PostgreSQL has its own in SQL. H2 makes an instance by name. */
public final class RefuseChange implements Trigger {

    private static final String INTEGRITY_VIOLATION = "23000";

    @Override
    public void fire(Connection connection, Object @Nullable [] oldRow, Object @Nullable [] newRow)
            throws SQLException {
        throw new SQLException(
                "What is written in this table stays as it is: the change is refused.", INTEGRITY_VIOLATION);
    }
}
