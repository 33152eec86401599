package com.targettoclose.report.facts;

import com.targettoclose.ledger.History;
import com.targettoclose.ledger.Ledger;
import com.targettoclose.opportunity.Opportunity;
import com.targettoclose.opportunity.Opportunity.RoadmapInstance;
import com.targettoclose.opportunity.OpportunityLists;
import com.targettoclose.opportunity.Unreported;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Keeps the read models in step with the ledger. What it costs depends on what is new: ledgers that have not grown are not
 * looked at. A deal whose ledger has is read as a whole, so that a rebuild gives the same. What a newer version has built, an
 * older one leaves alone.
 */
@Service
public class KeepFacts {

    /** Raised when facts are read differently: the read models are then built anew at the next look. */
    private static final int VERSION = 4;

    private static final int BATCH = 200;
    private static final int NEWS_AT_ONCE = 400;

    private final Unreported unreported;
    private final OpportunityLists opportunities;
    private final Ledger ledger;
    private final EditionNumbers editions;
    private final FactTables tables;
    private final Feed feed;
    private final TransactionOperations transactions;

    KeepFacts(
            Unreported unreported,
            OpportunityLists opportunities,
            Ledger ledger,
            EditionNumbers editions,
            FactTables tables,
            Feed feed,
            TransactionOperations transactions) {
        this.unreported = unreported;
        this.opportunities = opportunities;
        this.ledger = ledger;
        this.editions = editions;
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
        int some;
        do {
            some = unreported.count() == 0 ? 0 : batch();
            read += some;
        } while (some == BATCH && read < most);
        return read;
    }

    /** Reads what is new where that is little, so that who has just recorded something finds it in a report. */
    public void catchUpALittle() {
        if (behind() <= NEWS_AT_ONCE) {
            catchUp(NEWS_AT_ONCE);
        }
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
            if (feed.lock() < VERSION) {
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
            int version = feed.lock();
            if (version > VERSION) {
                return 0;
            }
            if (version < VERSION) {
                clear();
            }
            var entries = unreported.some(BATCH);
            if (!entries.isEmpty()) {
                var histories = ledger.historiesWithText(entries.keySet());
                var deals = opportunities.all(entries.keySet());
                var numbers = editions.numbers(definitions(deals));
                tables.keep(deals.stream()
                        .map(it -> ReadDeal.of(
                                it,
                                it.instance() == null
                                        ? 0
                                        : numbers.getOrDefault(it.instance().definitionId(), 0),
                                histories.getOrDefault(it.id(), new History(List.of()))))
                        .toList());
                unreported.readUpTo(entries);
                feed.changed();
            }
            return entries.size();
        });
        return read == null ? 0 : read;
    }

    private static Set<String> definitions(List<Opportunity> deals) {
        return deals.stream()
                .map(Opportunity::instance)
                .filter(Objects::nonNull)
                .map(RoadmapInstance::definitionId)
                .collect(Collectors.toSet());
    }
}
