package com.targettoclose.report.facts;

import com.targettoclose.ledger.History;
import com.targettoclose.ledger.Ledger;
import com.targettoclose.opportunity.OpportunityLists;
import com.targettoclose.opportunity.Unreported;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Keeps the read models in step with the ledger. What it costs depends on what is new: ledgers that have not grown are not
 * looked at. A deal whose ledger has is read as a whole, so that a rebuild gives the same.
 */
@Service
public class KeepFacts {

    /** Raised when facts are read differently: the read models are then built anew at the next look. */
    private static final int VERSION = 3;

    private static final int BATCH = 200;

    private final Unreported unreported;
    private final OpportunityLists opportunities;
    private final Ledger ledger;
    private final FactTables tables;
    private final Feed feed;
    private final TransactionOperations transactions;

    KeepFacts(
            Unreported unreported,
            OpportunityLists opportunities,
            Ledger ledger,
            FactTables tables,
            Feed feed,
            TransactionOperations transactions) {
        this.unreported = unreported;
        this.opportunities = opportunities;
        this.ledger = ledger;
        this.tables = tables;
        this.feed = feed;
        this.transactions = transactions;
    }

    /**
     * Reads ledgers that have grown, in transactions of a few hundred deals.
     *
     * @param most after how many deals to stop at the latest, rounded up to a whole batch
     * @return how many were read
     */
    public int catchUp(int most) {
        int read = 0;
        int some = BATCH;
        while (read < most && some > 0) {
            some = unreported.count() == 0 ? 0 : batch();
            read += some;
        }
        return read;
    }

    /** How many deals have news that were not read yet. */
    public long behind() {
        return unreported.count();
    }

    /** How often what the read models hold has changed: what was worked out at the same number is still right. */
    public long changes() {
        return feed.changes();
    }

    /** Builds the read models anew where this version reads ledgers in another way than they were. */
    public void renew() {
        transactions.executeWithoutResult(status -> {
            if (feed.lock() != VERSION) {
                clear();
            }
        });
    }

    /** Has the read models built anew, from nothing. */
    public void rebuild() {
        transactions.executeWithoutResult(status -> {
            feed.lock();
            clear();
        });
    }

    private void clear() {
        tables.clear();
        unreported.forget();
        feed.holds(VERSION);
        feed.changed();
    }

    private int batch() {
        var read = transactions.execute(status -> {
            feed.lock();
            var entries = unreported.some(BATCH);
            if (!entries.isEmpty()) {
                var histories = ledger.historiesWithText(entries.keySet());
                tables.keep(opportunities.all(entries.keySet()).stream()
                        .map(it -> ReadDeal.of(it, histories.getOrDefault(it.id(), new History(List.of()))))
                        .toList());
                unreported.readUpTo(entries);
                feed.changed();
            }
            return entries.size();
        });
        return read == null ? 0 : read;
    }
}
