package com.targettoclose.verifier.rule;

import com.targettoclose.verifier.design.Design;
import com.targettoclose.verifier.design.Diagram;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** It is unwise to call one item by two sentences. */
final class ItemReadsTheSame implements Rule {

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Stream<Finding> check(Design design) {
        return design.roads().stream().flatMap(road -> {
            Map<String, String> labels = new HashMap<>();
            return road.stageNames().stream()
                    .flatMap(name -> design.stage(name).stream())
                    .flatMap(stage -> stage.conversations().stream()
                            .flatMap(task -> Diagram.items(task).stream()
                                    .filter(item -> !labels.merge(item.id(), item.label(), (one, other) -> one)
                                            .equals(item.label()))
                                    .map(item -> finding(
                                            stage.diagram().place(task),
                                            "People would read '" + item.id() + "' as two different things.",
                                            "Give the item the same label everywhere on the roadmap."))));
        });
    }
}
