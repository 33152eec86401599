package com.targettoclose.process.engine;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A lock that nodes sharing a PostgreSQL take in turn. An embedded database has one node, and no lock. */
final class OneNodeAtATime {

    /** Any number that nothing else locks on PostgreSQL. */
    private static final long LOCK = 7_240_000_000L;

    private OneNodeAtATime() {}

    /** Waits until no other node is at it, however long that takes, then does this. */
    static void run(DataSource database, Runnable work) {
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
            throw new IllegalStateException("The database cannot be locked while it is brought up to date", e);
        }
    }

    static boolean isPostgres(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
    }
}
