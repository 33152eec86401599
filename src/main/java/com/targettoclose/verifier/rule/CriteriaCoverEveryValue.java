package com.targettoclose.verifier.rule;

import com.targettoclose.verifier.design.Design;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A stage that requires something of some deals of a kind requires something of all deals of that kind. */
final class CriteriaCoverEveryValue implements Rule {

    @Override
    public Stream<Finding> check(Design design) {
        return Asked.all(design).stream()
                .collect(Collectors.groupingBy(
                        it -> List.of(it.road().diagram().id(), it.stage(), it.type()),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values()
                .stream()
                .filter(group -> group.stream().anyMatch(it -> !it.rows().isEmpty()))
                .flatMap(group ->
                        group.stream().filter(it -> it.rows().isEmpty()).limit(1))
                .map(it -> finding(
                        it.criteria().table().place(),
                        "A " + it.deal() + " would pass " + it.stage()
                                + " without being asked for anything, while others" + " are.",
                        "Add a row for it, or widen the values of a row."));
    }
}
