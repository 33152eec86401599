package com.targettoclose.verifier.rule;

import com.targettoclose.gate.WaivableBy;
import com.targettoclose.process.Contract;
import com.targettoclose.process.roadmap.Diagrams;
import com.targettoclose.verifier.design.Design;
import com.targettoclose.verifier.design.Diagram;
import com.targettoclose.verifier.design.ItemLine;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** It is unwise to let somebody waive the client's decision. */
final class DecisionIsTheClients implements Rule {

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Stream<Finding> check(Design design) {
        var decisions = design.stages().stream()
                .flatMap(stage -> stage.conversations().stream())
                .filter(task -> Diagrams.property(task, Contract.DECLINED_MEANS_PROPERTY) != null)
                .flatMap(task -> Diagram.items(task).stream())
                .filter(ItemLine::commitment)
                .map(ItemLine::id)
                .collect(Collectors.toSet());
        return Asked.all(design).stream()
                .flatMap(it -> it.rows().stream()
                        .filter(row -> decisions.contains(Objects.toString(row.item(), ""))
                                && row.waivableBy()
                                        .filter(by -> by != WaivableBy.NOBODY)
                                        .isPresent())
                        .map(row -> finding(
                                it.criteria().table().row(row.id()),
                                "A deal could be won though the client never said yes.",
                                "Let nobody waive '" + row.item() + "'.")))
                .distinct();
    }
}
