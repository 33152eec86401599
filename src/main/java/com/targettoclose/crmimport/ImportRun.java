package com.targettoclose.crmimport;

import com.targettoclose.conversation.Fault;
import com.targettoclose.conversation.FaultCode;
import com.targettoclose.conversation.FaultSentence;
import com.targettoclose.opportunity.Status;
import com.targettoclose.process.Races;
import com.targettoclose.process.people.SalesForce;
import com.targettoclose.process.roadmap.Roadmaps;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Works on one import, from the row after the last that has its outcome to the end of the file. */
@Service
class ImportRun {

    private static final Logger LOG = LoggerFactory.getLogger(ImportRun.class);

    /** While rows are only passed over, the lease is renewed each time so many are behind us. */
    private static final int KEEP_EVERY = 50_000;

    private final ImportChunks chunks;
    private final RecordBatch recordBatch;
    private final EnlistTeams enlistTeams;
    private final EndImport endImport;
    private final SalesForce salesForce;
    private final Roadmaps roadmaps;
    private final ImportSettings settings;
    private final Clock clock;

    ImportRun(
            ImportChunks chunks,
            RecordBatch recordBatch,
            EnlistTeams enlistTeams,
            EndImport endImport,
            SalesForce salesForce,
            Roadmaps roadmaps,
            ImportSettings settings,
            Clock clock) {
        this.chunks = chunks;
        this.recordBatch = recordBatch;
        this.enlistTeams = enlistTeams;
        this.endImport = endImport;
        this.salesForce = salesForce;
        this.roadmaps = roadmaps;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Works until the file ends or somebody asks to stop.
     *
     * @param goOn asked between batches
     * @throws LeaseLost where another worker has the import by now
     */
    void run(ImportRow row, String worker, BooleanSupplier goOn) {
        var file = chunks.file(row.id());
        try (var rows = CsvRows.of(file)) {
            var planned = Plan.of(row.mapping(), rows.next(), roadmaps);
            if (planned instanceof Plan.Result.Ready ready) {
                enlistTeams.enlist(TeamsFile.read(row.teams()));
                var work = new ImportWork(row, worker, ready.plan(), new Owners(salesForce));
                work(work, rows, file, goOn);
            } else if (planned instanceof Plan.Result.Faulty faulty) {
                endImport.failed(row.id(), FaultSentence.of(faulty.faults()));
            }
        }
    }

    private void work(ImportWork work, CsvRows rows, ImportChunks.StoredFile file, BooleanSupplier goOn) {
        var reader = new DealReader(work.plan(), clock);
        var batch = new ArrayList<Deal.Read>();
        int open = 0;
        var next = afterLast(work, rows);
        while (next instanceof CsvRead.Row row) {
            var read = reader.read(row);
            batch.add(read);
            open += read.deal() != null && read.deal().stage().status() == Status.OPEN ? 1 : 0;
            if (batch.size() >= settings.batch() || open >= settings.openBatch()) {
                record(work, batch, file.bytesRead());
                batch.clear();
                open = 0;
                if (!goOn.getAsBoolean()) {
                    return;
                }
            }
            next = rows.next();
        }
        record(work, batch, file.bytesRead());
        if (next instanceof CsvRead.Broken broken) {
            endImport.failed(work.id(), broken.sentence());
        } else {
            endImport.finished(work.id());
        }
    }

    /** The first row that has no outcome yet. */
    private CsvRead afterLast(ImportWork work, CsvRows rows) {
        var next = rows.next();
        for (long passed = 1;
                next instanceof CsvRead.Row row && row.line() <= work.row().lastLine();
                passed++) {
            if (passed % KEEP_EVERY == 0) {
                endImport.keep(work.id(), work.worker());
            }
            next = rows.next();
        }
        return next;
    }

    private void record(ImportWork work, List<Deal.Read> batch, long bytesRead) {
        if (batch.isEmpty()) {
            return;
        }
        try {
            recordBatch.record(work, batch, bytesRead);
        } catch (LeaseLost e) {
            throw e;
        } catch (RuntimeException e) {
            if (Storage.isAway(e)) {
                throw e;
            }
            LOG.warn(
                    "A batch of import {} failed from line {}; row by row now",
                    work.id(),
                    batch.get(0).line(),
                    e);
            work.owners().forget();
            batch.forEach(row -> recordOne(work, row, bytesRead));
        }
    }

    private void recordOne(ImportWork work, Deal.Read row, long bytesRead) {
        try {
            Races.retried(() -> {
                recordBatch.record(work, List.of(row), bytesRead);
                return row;
            });
        } catch (LeaseLost e) {
            throw e;
        } catch (RuntimeException e) {
            if (Storage.isAway(e)) {
                throw e;
            }
            LOG.warn("Line {} of import {} cannot be recorded", row.line(), work.id(), e);
            work.owners().forget();
            var fault = new Fault("", FaultCode.NOT_RECORDED, row.id(), Storage.reason(e));
            recordBatch.reject(work, row, List.of(fault), bytesRead);
        }
    }
}
