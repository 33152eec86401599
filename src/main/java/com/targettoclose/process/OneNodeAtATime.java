package com.targettoclose.process;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.stereotype.Repository;

/**
 * What nodes that share a PostgreSQL do in turn while they start: who comes second finds it done. An embedded database has one
 * node, and no lock.
 */
@Repository
public class OneNodeAtATime {

    /** Any number that nothing else locks on PostgreSQL. */
    private static final long LOCK = 7_240_000_000L;

    private final DataSource database;

    public OneNodeAtATime(DataSource database) {
        this.database = database;
    }

    /** Waits until no other node is at it, then does this. */
    public void run(Runnable work) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            if (!isPostgres(connection)) {
                work.run();
                return;
            }
            statement.execute("select pg_advisory_lock(" + LOCK + ")");
            try {
                work.run();
            } finally {
                statement.execute("select pg_advisory_unlock(" + LOCK + ")");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot be locked while it is prepared", e);
        }
    }

    /** Whether it leads to a PostgreSQL. */
    public static boolean isPostgres(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
    }
}
