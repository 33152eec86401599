package com.targettoclose.retention;

import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.h2.engine.Database;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;
import org.springframework.stereotype.Repository;

/**
 * The file of an H2 database, which gives its room back while it is in use. H2 writes what changed to new places, and leaves
 * it to its own thread to move what is left out of the old ones; that thread runs only where a commit need not wait for the
 * disk, as here it has to.
 */
@Repository
class DatabaseFile {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseFile.class);

    /** Below this percentage of live data in what was written, it is worth it. */
    private static final int WELL_FILLED = 50;

    /** Commits wait for as long; it is well under the time that they wait for a lock. */
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private final DataSource dataSource;

    DatabaseFile(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Compacts it where it is worth it. Does nothing to PostgreSQL, which does so by itself, or to a database in memory.
     *
     * @throws org.springframework.dao.DataAccessException where the database cannot be reached
     */
    void compact() {
        var connection = DataSourceUtils.getConnection(dataSource);
        try {
            if (connection.isWrapperFor(JdbcConnection.class)
                    && connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session
                    && session.getDatabase().isPersistent()) {
                compact(session.getDatabase());
            }
        } catch (SQLException e) {
            throw new SQLExceptionSubclassTranslator().translate("compact the database file", null, e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    private static void compact(Database database) {
        var store = database.getStore().getMvStore();
        var file = store.getFileStore();
        if (file.getChunksFillRate() < WELL_FILLED) {
            long before = file.size();
            int kept = file.getRetentionTime();
            try {
                store.compactFile((int) LONGEST.toMillis());
            } finally {
                store.setRetentionTime(kept);
            }
            LOG.info("The database file has {} MB instead of {} MB", megabytes(file.size()), megabytes(before));
        }
    }

    private static long megabytes(long bytes) {
        return bytes >> 20;
    }
}
