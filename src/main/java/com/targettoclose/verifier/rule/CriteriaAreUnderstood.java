package com.targettoclose.verifier.rule;

import com.targettoclose.conversation.Choice;
import com.targettoclose.gate.ProofNeeded;
import com.targettoclose.gate.WaivableBy;
import com.targettoclose.verifier.design.Design;
import com.targettoclose.verifier.design.Row;
import java.util.Map;
import java.util.stream.Stream;

/** Every cell of the exit criteria can be evaluated and says something that a gate understands. */
final class CriteriaAreUnderstood implements Rule {

    private static final String HARM = "The gates that ask this row could not judge: their deals would get stuck.";

    @Override
    public Stream<Finding> check(Design design) {
        var asked = Asked.all(design);
        var criteria = design.criteria().stream().toList();
        var unclear = asked.stream()
                .flatMap(it -> it.rows().stream()
                        .flatMap(row -> faults(row)
                                .map(remedy -> finding(it.criteria().table().row(row.id()), HARM, remedy))))
                .distinct();
        var broken = criteria.stream()
                .flatMap(it -> it.faults().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(fault -> finding(
                                it.table().row(fault.getKey()),
                                HARM,
                                "Mend what stands in its cells: " + fault.getValue())));
        return Stream.concat(unclear, broken);
    }

    private static Stream<String> faults(Row row) {
        return Stream.of(
                        row.item() == null ? "Name the item in quotes." : "",
                        row.waivableBy().isEmpty()
                                ? "Say who may waive it: " + Choice.values(WaivableBy.class) + "."
                                : "",
                        row.proof().isEmpty()
                                ? "Say which proof it needs: " + Choice.values(ProofNeeded.class) + "."
                                : "",
                        row.lapsesAfterDays().isEmpty()
                                ? "Let it lapse after a whole number of days above zero, or leave the cell empty."
                                : "")
                .filter(it -> !it.isEmpty());
    }
}
