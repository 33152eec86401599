package com.targettoclose.crmimport;

import com.targettoclose.audit.Door;
import com.targettoclose.background.BackgroundWork;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Works on imports, one at a time on this node: those just received, and those whose node stopped. Whoever holds an
 * import's lease works on it; each batch renews it.
 */
@Component
class ImportWorker extends BackgroundWork {

    private static final Logger LOG = LoggerFactory.getLogger(ImportWorker.class);

    private final ImportTable imports;
    private final ImportRun importRun;
    private final EndImport endImport;
    private final TransactionOperations transactions;
    private final ImportSettings settings;
    private final Clock clock;
    private final String worker = UUID.randomUUID().toString();

    ImportWorker(
            ImportTable imports,
            ImportRun importRun,
            EndImport endImport,
            TransactionOperations transactions,
            ImportSettings settings,
            Clock clock) {
        super("crm-import", new Timing(settings.background(), settings.lookEvery(), Duration.ofSeconds(60)));
        this.imports = imports;
        this.importRun = importRun;
        this.endImport = endImport;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
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

    @Override
    protected void look() {
        work(this::goesOn);
    }
}
