package com.targettoclose.process;

import java.sql.SQLException;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;

/** Runs a transaction again that lost a race against another one. Nothing of a lost try was kept. */
public final class Races {

    private static final int TRIES = 10;

    /**
     * Serialization failure, deadlock (PostgreSQL and H2), H2's concurrent update and lock timeout, and a foreign key: a
     * stage ends while another transaction has just added to it.
     */
    private static final Set<String> LOST = Set.of("40001", "40P01", "90131", "HYT00", "23503");

    private static final String ENGINE = "org.camunda.bpm.engine.";

    private Races() {}

    /** Runs a whole transaction, again where it lost a race, ten times at most. */
    public static <T> T retried(Supplier<T> transaction) {
        for (int tries = 1; ; tries++) {
            try {
                return transaction.get();
            } catch (RuntimeException e) {
                if (tries == TRIES || !lost(e)) {
                    throw e;
                }
            }
        }
    }

    private static boolean lost(@Nullable Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof OptimisticLockingException
                    || cause instanceof ConcurrencyFailureException
                    || cause instanceof NullPointerException stumbled && inTheEngine(stumbled)
                    || cause instanceof SQLException sql && LOST.contains(String.valueOf(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }

    /**
     * The engine reads an instance's executions one after the other. Where another transaction took one away in between, it
     * stumbles over its own null instead of saying so.
     */
    private static boolean inTheEngine(NullPointerException stumbled) {
        var at = stumbled.getStackTrace();
        return at.length > 0 && at[0].getClassName().startsWith(ENGINE);
    }
}
