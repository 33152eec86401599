package com.targettoclose.verifier.rule;

import com.targettoclose.verifier.design.Design;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** An id stands for one thing in the whole set. */
final class IdsStandForOneThing implements Rule {

    @Override
    public Stream<Finding> check(Design design) {
        var places = Stream.of(
                        design.diagrams().stream().map(it -> Map.entry("process " + it.id(), it.place())),
                        design.tables().stream().map(it -> Map.entry("decision " + it.id(), it.place())),
                        design.forms().stream().map(it -> Map.entry("form " + it.id(), it.place())))
                .flatMap(it -> it);
        Set<String> seen = new HashSet<>();
        return places.filter(it -> !seen.add(it.getKey()))
                .map(it -> finding(
                        it.getValue(),
                        "Nobody could say which of the two counts: both are the " + it.getKey() + ".",
                        "Remove one, or give it an id of its own."));
    }
}
