package com.targettoclose.retention;

import com.targettoclose.background.BackgroundWork;
import com.targettoclose.ledger.PersonalTexts;
import com.targettoclose.opportunity.Opportunities;
import com.targettoclose.opportunity.Opportunity;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Deletes what is older than it is kept, in batches. Several nodes may do so at once: what one deleted another does not find. */
@Component
class DeleteWhatIsOld extends BackgroundWork {

    private static final Logger LOG = LoggerFactory.getLogger(DeleteWhatIsOld.class);
    private static final String REASON = "kept for %d days after the end of the deal, as t2c.keep.words says";

    private final RetentionTable table;
    private final DatabaseFile file;
    private final PersonalTexts texts;
    private final Opportunities opportunities;
    private final RetentionSettings settings;
    private final TransactionOperations transactions;
    private final Clock clock;

    DeleteWhatIsOld(
            RetentionTable table,
            DatabaseFile file,
            PersonalTexts texts,
            Opportunities opportunities,
            RetentionSettings settings,
            TransactionOperations transactions,
            Clock clock) {
        super("retention", new Timing(settings.background(), settings.lookEvery(), Duration.ofSeconds(30)));
        this.table = table;
        this.file = file;
        this.texts = texts;
        this.opportunities = opportunities;
        this.settings = settings;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Deletes everything that is older than it is kept, and gives its room back. */
    @Override
    protected void look() {
        if (!settings.rejectedRows().isZero()) {
            var before = clock.instant().minus(settings.rejectedRows());
            inBatches("values of rejected rows", () -> table.deleteRejectedRows(before, settings.batch()));
            transactions.executeWithoutResult(status -> table.deleteTeams(before));
        }
        if (!settings.callNotes().isZero()) {
            var before = clock.instant().minus(settings.callNotes());
            inBatches(
                    "call notes",
                    () -> table.deleteCallNotes(firstDayKept(settings.callNotes()), before, settings.batch()));
        }
        if (!settings.words().isZero()) {
            inBatches("deals' names and words", () -> eraseWords(firstDayKept(settings.words())));
        }
        file.compact();
    }

    private LocalDate firstDayKept(Duration kept) {
        return LocalDate.now(clock).minusDays(kept.toDays());
    }

    private void inBatches(String what, IntSupplier batch) {
        int deleted;
        do {
            Integer done = transactions.execute(status -> batch.getAsInt());
            deleted = done == null ? 0 : done;
            if (deleted > 0) {
                LOG.info("Deleted {} {}: older than they are kept", deleted, what);
            }
        } while (deleted > 0 && goesOn());
    }

    /** Their ledgers say that it was done. A deal that was taken up again meanwhile keeps what it has. */
    private int eraseWords(LocalDate endedBefore) {
        var ended = opportunities.lockEach(table.withWords(endedBefore, settings.batch())).stream()
                .filter(deal -> deal.closedOn() != null && deal.closedOn().isBefore(endedBefore))
                .map(Opportunity::id)
                .toList();
        texts.eraseAll(ended, REASON.formatted(settings.words().toDays()));
        return ended.size();
    }
}
