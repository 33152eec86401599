package com.targettoclose.crmimport;

import com.targettoclose.audit.Door;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Works on imports, one at a time on this node: those just received, and those whose node stopped. Whoever holds an
 * import's lease works on it; each batch renews it.
 */
@Component
class ImportWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ImportWorker.class);
    private static final long LONGEST_BATCH_SECONDS = 60;

    private final ImportTable imports;
    private final ImportRun importRun;
    private final EndImport endImport;
    private final TransactionOperations transactions;
    private final ImportSettings settings;
    private final Clock clock;
    private final String worker = UUID.randomUUID().toString();
    private volatile @Nullable ScheduledExecutorService thread;

    ImportWorker(
            ImportTable imports,
            ImportRun importRun,
            EndImport endImport,
            TransactionOperations transactions,
            ImportSettings settings,
            Clock clock) {
        this.imports = imports;
        this.importRun = importRun;
        this.endImport = endImport;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    /** There is something to do: do not wait for the next look. */
    void wake() {
        var running = thread;
        if (running != null) {
            try {
                running.execute(this::look);
            } catch (RejectedExecutionException e) {
                LOG.debug("This node stops; another will take the import", e);
            }
        }
    }

    /** Works on every import that nobody works on, until there is none or somebody asks to stop. */
    void work(BooleanSupplier goOn) {
        var next = claim();
        while (next.isPresent() && goOn.getAsBoolean()) {
            work(next.get(), goOn);
            next = goOn.getAsBoolean() ? claim() : Optional.empty();
        }
    }

    private void work(ImportRow row, BooleanSupplier goOn) {
        try {
            Door.IMPORT.during(() -> importRun.run(row, worker, goOn));
        } catch (LeaseLost e) {
            LOG.info("{}", e.getMessage());
        } catch (RuntimeException e) {
            if (Storage.isAway(e)) {
                LOG.warn("Import {} waits for the database", row.id(), e);
                return;
            }
            LOG.error("Import {} failed", row.id(), e);
            endImport.failed(row.id(), "Something went wrong here; the log says more. What is recorded stays.");
        }
        imports.release(row.id(), worker);
    }

    private Optional<ImportRow> claim() {
        var claimed = transactions.execute(status ->
                imports.claim(worker, clock.instant(), settings.lease()).orElse(null));
        return Optional.ofNullable(claimed);
    }

    private void look() {
        try {
            work(this::isRunning);
        } catch (RuntimeException e) {
            LOG.warn("Cannot look for imports now", e);
        }
    }

    @Override
    public void start() {
        if (settings.background()) {
            var started = Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "crm-import"));
            started.scheduleWithFixedDelay(this::look, 0, settings.lookEvery().toMillis(), TimeUnit.MILLISECONDS);
            thread = started;
        }
    }

    /** Stops after the batch at hand and gives the import back. */
    @Override
    public void stop() {
        var stopped = thread;
        thread = null;
        if (stopped != null) {
            stopped.shutdown();
            try {
                if (!stopped.awaitTermination(LONGEST_BATCH_SECONDS, TimeUnit.SECONDS)) {
                    LOG.warn("A batch of an import goes on; another node takes over when its lease runs out");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
