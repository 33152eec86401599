package com.targettoclose.verifier.rule;

import com.targettoclose.opportunity.Status;
import com.targettoclose.process.Contract;
import com.targettoclose.verifier.design.Design;
import com.targettoclose.verifier.design.Row;
import com.targettoclose.verifier.design.Table;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.HitPolicy;

/** For each way in which a pursuit can end, there is a reason to choose. */
final class EveryEndingHasAReason implements Rule {

    @Override
    public Stream<Finding> check(Design design) {
        var tables = design.tables(Contract.CLOSING_REASONS);
        if (tables.isEmpty()) {
            return design.roads().stream()
                    .limit(1)
                    .map(road -> finding(
                            road.diagram().place(),
                            "No deal could be closed: there would be no reason to choose.",
                            "Add the decision table " + Contract.CLOSING_REASONS + "."));
        }
        return tables.stream().flatMap(this::check);
    }

    private Stream<Finding> check(Table table) {
        boolean right = table.inputs().equals(List.of(Contract.AS_FIELD))
                && Set.copyOf(table.outputs()).equals(Set.of("reason", "label"))
                && table.table()
                        .filter(it -> it.getHitPolicy() == HitPolicy.COLLECT)
                        .isPresent();
        if (!right) {
            return Stream.of(finding(
                    table.place(),
                    "No deal could be closed: the reasons could not be read.",
                    "Make it a decision table with the hit policy COLLECT, the input " + Contract.AS_FIELD
                            + " and the outputs reason, label."));
        }
        var answers = table.answers();
        return Contract.ENDING_MESSAGES.keySet().stream()
                .sorted()
                .map(Status::value)
                .filter(ending -> !isListed(answers.rows(Map.of(Contract.AS_FIELD, ending)))
                        || !answers.faults().isEmpty())
                .map(ending -> finding(
                        table.place(),
                        "No deal could be closed as " + ending + ".",
                        "Add a row for " + ending + " with a reason and a label, both in quotes."));
    }

    private static boolean isListed(List<Row> rows) {
        return !rows.isEmpty()
                && rows.stream()
                        .allMatch(row -> row.cells().get("reason") instanceof String reason
                                && !reason.isBlank()
                                && row.cells().get("label") instanceof String label
                                && !label.isBlank());
    }
}
