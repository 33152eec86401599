package com.targettoclose.edition.difference;

import com.targettoclose.opportunity.DealType;
import com.targettoclose.process.Contract;
import com.targettoclose.process.stage.ExitCriteriaTables;
import com.targettoclose.verifier.design.Criteria;
import com.targettoclose.verifier.design.Design;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the exit criteria of a design require; nothing where it has none that can be asked. */
record Required(Optional<Criteria> criteria) {

    static Required by(Design design) {
        return new Required(design.criteria().filter(Criteria::askable));
    }

    /** The file of the table. */
    String resource() {
        return criteria.map(it -> it.table().resource()).orElse(Contract.EXIT_CRITERIA);
    }

    /** Every deal value that can be, at which the answers may differ. */
    Set<Double> values() {
        return criteria.map(Criteria::values).orElse(Set.of()).stream()
                .filter(value -> value <= ExitCriteriaTables.UNKNOWN_VALUE)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The demands of a stage, by item. */
    Map<String, Demand> of(String stage, DealType type, double value) {
        Map<String, Demand> demands = new LinkedHashMap<>();
        criteria.stream()
                .flatMap(it -> it.required(stage, type, value).stream())
                .forEach(row -> {
                    var item = row.item();
                    if (item != null) {
                        demands.merge(item, Demand.of(row), Demand::and);
                    }
                });
        return demands;
    }

    /** The items that these stages require together. */
    Set<String> items(Collection<String> stages, DealType type, double value) {
        return stages.stream()
                .flatMap(stage -> of(stage, type, value).keySet().stream())
                .collect(Collectors.toSet());
    }
}
