package com.targettoclose.export;

import com.targettoclose.ledger.Entry;
import com.targettoclose.ledger.History;
import com.targettoclose.ledger.Ledger;
import com.targettoclose.opportunity.Opportunity;
import com.targettoclose.opportunity.OpportunityLists;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Reads ledgers deal by deal, some at a time: however many there are, no more than a page is held. */
@Service
class EventLog {

    private static final int PAGE = 200;

    private final OpportunityLists opportunities;
    private final Ledger ledger;
    private final Clock clock;

    EventLog(OpportunityLists opportunities, Ledger ledger, Clock clock) {
        this.opportunities = opportunities;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Which events.
     *
     * @param from the first day on which they were recorded; null: from the beginning
     * @param to the last; null: until now
     * @param roadmap of the deals; null: any
     * @param owners of the deals; null: everybody
     */
    record Which(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String roadmap,
            @Nullable Set<String> owners) {}

    /** Who writes traces down. */
    @FunctionalInterface
    interface Writer {

        void write(Trace trace) throws IOException;
    }

    /** Hands over every deal with an event that fits, in the order of their ids. */
    void read(Which which, Writer writer) throws IOException {
        var page = opportunities.after("", PAGE, which.owners());
        while (!page.isEmpty()) {
            var histories = ledger.histories(page.stream().map(Opportunity::id).toList());
            for (var deal : page) {
                var entries = histories
                        .getOrDefault(deal.id(), new History(List.of()))
                        .entries();
                var shown = entries.stream().filter(entry -> fits(entry, which)).toList();
                if (!shown.isEmpty()
                        && (which.roadmap() == null || which.roadmap().equals(deal.roadmap()))) {
                    writer.write(Trace.of(deal, entries, shown));
                }
            }
            page = opportunities.after(page.get(page.size() - 1).id(), PAGE, which.owners());
        }
    }

    private boolean fits(Entry entry, Which which) {
        var day = LocalDate.ofInstant(entry.recordedAt(), clock.getZone());
        return (which.from() == null || !day.isBefore(which.from()))
                && (which.to() == null || !day.isAfter(which.to()));
    }
}
