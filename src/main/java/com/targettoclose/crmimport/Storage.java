package com.targettoclose.crmimport;

import java.sql.SQLException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** What a failure says: that the database is away, which is no row's fault, or why a row cannot be recorded. */
final class Storage {

    private Storage() {}

    /** Whether the database is away: the import waits and goes on later. */
    static boolean isAway(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            boolean lostRace = cause instanceof ConcurrencyFailureException;
            if (cause instanceof DataAccessResourceFailureException
                    || cause instanceof CannotGetJdbcConnectionException
                    || cause instanceof CannotCreateTransactionException
                    || cause instanceof TransactionSystemException
                    || cause instanceof TransientDataAccessException && !lostRace
                    || cause instanceof SQLException sql && connection(sql)) {
                return true;
            }
        }
        return false;
    }

    /** Why a row cannot be recorded, in the words of whoever refused it. */
    static String reason(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof IllegalStateException && cause.getMessage() != null) {
                return cause.getMessage();
            }
        }
        return "the database or the engine refused it; the log says why.";
    }

    /** Class 08 of the SQL states, and PostgreSQL's shutdowns. */
    private static boolean connection(SQLException thrown) {
        var state = String.valueOf(thrown.getSQLState());
        return state.startsWith("08") || state.startsWith("57P");
    }
}
