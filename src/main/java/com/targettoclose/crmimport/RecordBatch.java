package com.targettoclose.crmimport;

import com.targettoclose.conversation.Fault;
import com.targettoclose.ledger.Draft;
import com.targettoclose.ledger.EntryKind;
import com.targettoclose.ledger.Ledger;
import com.targettoclose.ledger.Provenance;
import com.targettoclose.opportunity.Opportunities;
import com.targettoclose.opportunity.Opportunity;
import com.targettoclose.process.OpenOpportunities;
import com.targettoclose.process.TakeOver;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records a batch of rows, their outcomes and how far the import is by then, all in one transaction or not at all. */
@Service
class RecordBatch {

    private final ImportTable imports;
    private final RowOutcomes outcomes;
    private final Opportunities opportunities;
    private final Ledger ledger;
    private final TakeOver takeOver;
    private final ImportSettings settings;
    private final Clock clock;

    RecordBatch(
            ImportTable imports,
            RowOutcomes outcomes,
            Opportunities opportunities,
            Ledger ledger,
            TakeOver takeOver,
            ImportSettings settings,
            Clock clock) {
        this.imports = imports;
        this.outcomes = outcomes;
        this.opportunities = opportunities;
        this.ledger = ledger;
        this.takeOver = takeOver;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Records rows that follow each other in the file.
     *
     * @param bytesRead how much of the file was read by then
     * @throws LeaseLost where another worker has the import by now
     */
    @Transactional
    void record(ImportWork work, List<Deal.Read> rows, long bytesRead) {
        if (!imports.keep(work.id(), work.worker(), clock.instant().plus(settings.lease()))) {
            throw new LeaseLost(work.id());
        }
        var ids = rows.stream()
                .map(Deal.Read::id)
                .filter(id -> id != null)
                .distinct()
                .toList();
        var sorted = new SortedRows(work.id(), opportunities.inUse(ids), outcomes.foundUnchanged(work.id(), ids));
        rows.forEach(sorted::add);
        create(work, sorted.created());
        outcomes.unchanged(work.id(), sorted.unchanged());
        outcomes.reject(work.id(), sorted.rejected());
        imports.progress(work.id(), rows.get(rows.size() - 1).line(), bytesRead, sorted.counts());
    }

    /** Records that a row was rejected for these faults, whatever it holds. */
    @Transactional
    void reject(ImportWork work, Deal.Read row, List<Fault> faults, long bytesRead) {
        record(work, List.of(new Deal.Read(row.line(), row.idColumn(), null, null, faults)), bytesRead);
    }

    private void create(ImportWork work, List<Deal> deals) {
        List<Opportunity> open = new ArrayList<>();
        List<Opportunity> closed = new ArrayList<>();
        Map<String, List<Draft>> openEntries = new LinkedHashMap<>();
        Map<String, List<Draft>> closedEntries = new LinkedHashMap<>();
        var now = clock.instant();
        for (var deal : deals) {
            var opportunity = work.opportunity(deal, now);
            (opportunity.open() ? open : closed).add(opportunity);
            (opportunity.open() ? openEntries : closedEntries).put(deal.id(), entries(opportunity, deal));
        }
        if (!closed.isEmpty()) {
            ledger.open(closed, closedEntries, work.row().importedBy());
        }
        if (!open.isEmpty()) {
            takeOver.open(open, openEntries, work.plan().roadmap(), work.row().importedBy());
        }
    }

    private static List<Draft> entries(Opportunity opportunity, Deal deal) {
        List<Draft> entries = new ArrayList<>();
        entries.add(imported(EntryKind.OPENED)
                .detail(OpenOpportunities.opened(opportunity))
                .occurredOn(deal.openedOn()));
        deal.stage()
                .holds()
                .forEach(item -> entries.add(imported(EntryKind.GAINED).item(item)));
        if (!opportunity.open()) {
            entries.add(imported(EntryKind.CLOSED)
                    .detail(Map.of("as", opportunity.status().value()))
                    .occurredOn(deal.closedOn()));
        }
        return entries;
    }

    private static Draft imported(EntryKind kind) {
        return Draft.of(kind).provenance(Provenance.IMPORTED);
    }
}
