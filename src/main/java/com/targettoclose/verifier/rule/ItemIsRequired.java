package com.targettoclose.verifier.rule;

import com.targettoclose.process.Contract;
import com.targettoclose.verifier.design.Design;
import com.targettoclose.verifier.design.Diagram;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** It is unwise to ask for what no gate requires. */
final class ItemIsRequired implements Rule {

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Stream<Finding> check(Design design) {
        var asked = Asked.all(design);
        var required = asked.stream()
                .flatMap(it -> it.rows().stream())
                .map(row -> Objects.toString(row.item(), ""))
                .collect(Collectors.toSet());
        return asked.isEmpty()
                ? Stream.of()
                : design.stages().stream()
                        .flatMap(stage -> stage.conversations().stream()
                                .flatMap(task -> Diagram.items(task).stream()
                                        .filter(item -> !required.contains(item.id()))
                                        .map(item -> finding(
                                                stage.diagram().place(task),
                                                "'" + item.id() + "' would be asked for, and nothing depends on it.",
                                                "Add a row for it to the table " + Contract.EXIT_CRITERIA
                                                        + ", or remove it."))));
    }
}
