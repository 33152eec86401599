package com.targettoclose.report.figures;

import com.targettoclose.opportunity.Opportunity;
import com.targettoclose.opportunity.Status;
import com.targettoclose.report.facts.SizeBand;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/**
 * What skipping an item costs, for whoever is about to. Counts of all deals of the company, without a name: who asks sees
 * no deal through it.
 */
@Service
public class SkippingCosts {

    /** Gained, in its time or told later: the client gave it. What an import says proves nothing and counts on no side. */
    static final Set<String> HELD = Set.of("timely", "afterwards");

    static final Set<String> SKIPPED = Set.of("waived");

    private final SkippingTable table;

    SkippingCosts(SkippingTable table) {
        this.table = table;
    }

    /** What it costs a deal like this to pass without each of these items, by item. */
    public Map<String, SkippingCost> of(Opportunity opportunity, Collection<String> items) {
        var band = SizeBand.of(opportunity.terms().value());
        List<Cell> cells = new ArrayList<>(
                table.comparable(items, opportunity.terms().dealType().value(), band.value()));
        items.forEach(item -> cells.add(none(item, band.value())));
        return Comparison.of(cells, HELD, SKIPPED).stream()
                .map(SkippingCost::new)
                .collect(Collectors.toMap(SkippingCost::item, Function.identity()));
    }

    private static Cell none(String item, String band) {
        return new Cell(item, null, band, Status.OPEN, 0);
    }
}
