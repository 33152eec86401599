package com.targettoclose.crmimport;

import com.targettoclose.conversation.Fault;
import com.targettoclose.conversation.FaultCode;
import com.targettoclose.opportunity.Opportunity.ImportedFrom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows of a batch, sorted by what is to become of them: created, unchanged or rejected. */
final class SortedRows {

    private final Map<String, Optional<ImportedFrom>> inUse;
    private final Map<String, Long> firstLines;
    private final List<Deal> created = new ArrayList<>();
    private final Map<String, Long> unchanged = new LinkedHashMap<>();
    private final Map<Long, List<Fault>> rejected = new LinkedHashMap<>();
    private Counts counts = Counts.NONE;

    /**
     * Sorts rows of one import.
     *
     * @param inUse the ids among them that are in use, with where they came from
     * @param foundUnchanged the ids that this import found here already, with their line in its file
     */
    SortedRows(String importId, Map<String, Optional<ImportedFrom>> inUse, Map<String, Long> foundUnchanged) {
        this.inUse = inUse;
        this.firstLines = new HashMap<>(foundUnchanged);
        inUse.forEach((id, from) ->
                from.filter(it -> it.importId().equals(importId)).ifPresent(it -> firstLines.put(id, it.line())));
    }

    /** Sorts the next row. */
    void add(Deal.Read row) {
        var faults = new ArrayList<>(row.faults());
        var firstLine = row.id() == null ? null : firstLines.get(row.id());
        if (firstLine != null) {
            faults.add(0, new Fault(row.idColumn(), FaultCode.DUPLICATE_ID, row.id(), firstLine.toString()));
        }
        var deal = row.deal();
        if (!faults.isEmpty() || deal == null) {
            rejected.put(row.line(), faults);
            counts = counts.plus(Counts.REJECTED);
            return;
        }
        firstLines.put(deal.id(), deal.line());
        if (inUse.containsKey(deal.id())) {
            unchanged.put(deal.id(), deal.line());
            counts = counts.plus(Counts.UNCHANGED);
        } else {
            created.add(deal);
            counts = counts.plus(Counts.created(deal.stage().status()));
        }
    }

    List<Deal> created() {
        return created;
    }

    Map<String, Long> unchanged() {
        return unchanged;
    }

    Map<Long, List<Fault>> rejected() {
        return rejected;
    }

    Counts counts() {
        return counts;
    }
}
