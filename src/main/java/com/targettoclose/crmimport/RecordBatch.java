package com.targettoclose.crmimport;

import com.targettoclose.conversation.Fault;
import com.targettoclose.ledger.Draft;
import com.targettoclose.ledger.EntryKind;
import com.targettoclose.ledger.Ledger;
import com.targettoclose.ledger.Provenance;
import com.targettoclose.opportunity.DealType;
import com.targettoclose.opportunity.Opportunities;
import com.targettoclose.opportunity.Opportunity;
import com.targettoclose.process.opening.OpenOpportunities;
import com.targettoclose.process.opening.TakeOver;
import com.targettoclose.process.roadmap.Roadmap;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        Map<DealType, List<Opportunity>> open = new EnumMap<>(DealType.class);
        List<Opportunity> closed = new ArrayList<>();
        Map<String, List<Draft>> entries = new LinkedHashMap<>();
        var now = clock.instant();
        for (var deal : deals) {
            var opportunity = work.opportunity(deal, now);
            var type = deal.terms().dealType();
            (opportunity.open() ? open.computeIfAbsent(type, any -> new ArrayList<>()) : closed).add(opportunity);
            entries.put(deal.id(), entries(opportunity, deal, work.roadmap(type)));
        }
        var by = work.row().importedBy();
        if (!closed.isEmpty()) {
            ledger.open(closed, of(closed, entries), by);
        }
        open.forEach((type, added) -> takeOver.open(added, of(added, entries), work.roadmap(type), by));
    }

    private static Map<String, List<Draft>> of(List<Opportunity> added, Map<String, List<Draft>> entries) {
        Map<String, List<Draft>> theirs = new LinkedHashMap<>();
        added.forEach(
                opportunity -> theirs.put(opportunity.id(), Objects.requireNonNull(entries.get(opportunity.id()))));
        return theirs;
    }

    /** What another roadmap asks for is nothing that this deal could hold. */
    private static List<Draft> entries(Opportunity opportunity, Deal deal, Roadmap roadmap) {
        List<Draft> entries = new ArrayList<>();
        entries.add(imported(EntryKind.OPENED)
                .detail(OpenOpportunities.opened(opportunity))
                .occurredOn(deal.openedOn()));
        var known = roadmap.items().keySet();
        deal.stage().holds().stream()
                .filter(known::contains)
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
