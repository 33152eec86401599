package com.targettoclose.background;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Works on the rows of one table of work, one at a time on this node. A row whose node stopped is taken by the next once its
 * lease has ended.
 */
public abstract class LeasedWork extends BackgroundWork {

    private static final Logger LOG = LoggerFactory.getLogger(LeasedWork.class);

    private final String table;
    private final Leases leases;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final Duration lease;
    private final Job job;

    /** Who this node is, in the rows that it works on. */
    private final String worker = UUID.randomUUID().toString();

    /** What is done with a row. */
    public interface Job {

        /**
         * Works on a row, to its end or until somebody asks to stop.
         *
         * @param goOn asked between batches
         */
        void run(String id, String worker, BooleanSupplier goOn);

        /** It cannot go on; the log says why. */
        void failed(String id, String worker);
    }

    /**
     * Work that begins with the application.
     *
     * @param table its name, one of ours, as {@link Leases} wants it
     * @param lease how long a row stays with a node that shows no progress
     */
    protected LeasedWork(
            String table,
            Leases leases,
            TransactionOperations transactions,
            Clock clock,
            Timing timing,
            Duration lease,
            Job job) {
        super(table, timing);
        this.table = table;
        this.leases = leases;
        this.transactions = transactions;
        this.clock = clock;
        this.lease = lease;
        this.job = job;
    }

    @Override
    protected void look() {
        work(this::goesOn);
    }

    /** Works on every row that nobody works on, until there is none or somebody asks to stop. */
    public void work(BooleanSupplier goOn) {
        var next = claim();
        while (next.isPresent() && goOn.getAsBoolean()) {
            work(next.get(), goOn);
            next = goOn.getAsBoolean() ? claim() : Optional.empty();
        }
    }

    private void work(String id, BooleanSupplier goOn) {
        try {
            job.run(id, worker, goOn);
        } catch (TransientDataAccessException e) {
            LOG.warn("{} {} waits for the database", table, id, e);
        } catch (RuntimeException e) {
            LOG.error("{} {} failed", table, id, e);
            job.failed(id, worker);
        }
        leases.release(table, id, worker);
    }

    private Optional<String> claim() {
        var claimed = transactions.execute(
                status -> leases.claim(table, worker, clock.instant(), lease).orElse(null));
        return Optional.ofNullable(claimed);
    }
}
