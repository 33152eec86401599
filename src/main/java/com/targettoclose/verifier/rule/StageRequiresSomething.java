package com.targettoclose.verifier.rule;

import com.targettoclose.verifier.design.Design;
import java.util.LinkedHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** It is unwise to have a stage that requires nothing of anybody. */
final class StageRequiresSomething implements Rule {

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Stream<Finding> check(Design design) {
        return Asked.all(design).stream()
                .collect(Collectors.groupingBy(Asked::stage, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .filter(group -> group.stream().allMatch(it -> it.rows().isEmpty()))
                .map(group -> group.get(0))
                .map(it -> finding(
                        it.criteria().table().place(),
                        "Every deal would pass " + it.stage() + " at once.",
                        "Add a row that requires an item in " + it.stage() + "."));
    }
}
