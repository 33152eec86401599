package com.targettoclose.verifier.rule;

import com.targettoclose.conversation.Choice;
import com.targettoclose.opportunity.DealType;
import com.targettoclose.verifier.design.Design;
import com.targettoclose.verifier.design.Row;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every row of the exit criteria applies to some deal in some stage. */
final class EveryRowApplies implements Rule {

    @Override
    public Stream<Finding> check(Design design) {
        var asked = Asked.all(design);
        if (asked.isEmpty()) {
            return Stream.of();
        }
        var applied =
                asked.stream().flatMap(it -> it.rows().stream()).map(Row::id).collect(Collectors.toSet());
        var stages = design.roads().stream()
                .flatMap(road -> road.stageNames().stream())
                .distinct()
                .collect(Collectors.joining(", "));
        return design.criteria().stream()
                .flatMap(criteria -> criteria.rowIds().stream()
                        .filter(id ->
                                !applied.contains(id) && !criteria.faults().containsKey(id))
                        .map(id -> finding(
                                criteria.table().row(id),
                                "Deals would pass without what this row requires: it applies to none.",
                                "Name a stage that a roadmap calls (" + stages + ") and a deal type ("
                                        + Choice.values(DealType.class) + "); or remove the row.")));
    }
}
