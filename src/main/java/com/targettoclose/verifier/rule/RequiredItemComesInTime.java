package com.targettoclose.verifier.rule;

import com.targettoclose.gate.ProofNeeded;
import com.targettoclose.gate.WaivableBy;
import com.targettoclose.verifier.design.Design;
import com.targettoclose.verifier.design.Diagram;
import com.targettoclose.verifier.design.Row;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What a stage requires is generated in the stage, or was required, as strictly, in a stage before. */
final class RequiredItemComesInTime implements Rule {

    @Override
    public Stream<Finding> check(Design design) {
        var asked = Asked.all(design);
        return asked.stream()
                .flatMap(it -> it.rows().stream()
                        .filter(row -> row.item() != null && !generates(design, it.stage(), row.item()))
                        .filter(row -> !requiredBefore(asked, it, row))
                        .map(row -> finding(
                                it.criteria().table().row(row.id()),
                                "A deal in " + it.stage() + " would get stuck: no conversation there generates '"
                                        + row.item() + "', and no stage before requires it as strictly.",
                                "Let a conversation of " + it.stage() + " generate it, or require it as strictly in the"
                                        + " stage whose conversation does.")))
                .distinct();
    }

    private static boolean generates(Design design, String stage, String item) {
        return design.stage(stage).stream()
                .flatMap(it -> it.conversations().stream())
                .flatMap(task -> Diagram.items(task).stream())
                .anyMatch(it -> it.id().equals(item));
    }

    private static boolean requiredBefore(List<Asked> asked, Asked here, Row row) {
        return asked.stream()
                .filter(it -> it.road().equals(here.road())
                        && it.at() < here.at()
                        && it.type() == here.type()
                        && it.value() == here.value())
                .flatMap(it -> it.rows().stream())
                .anyMatch(before -> Objects.equals(before.item(), row.item()) && isAsStrict(before, row));
    }

    private static boolean isAsStrict(Row before, Row row) {
        return before.lapsesAfterDays().orElse(0) <= row.lapsesAfterDays().orElse(0)
                && before.proof().orElse(ProofNeeded.NONE).compareTo(row.proof().orElse(ProofNeeded.NONE)) >= 0
                && (row.waivableBy().orElse(WaivableBy.NOBODY) != WaivableBy.NOBODY
                        || before.waivableBy().orElse(WaivableBy.NOBODY) == WaivableBy.NOBODY);
    }
}
