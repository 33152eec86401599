package com.targettoclose.verifier.rule;

import com.targettoclose.process.Contract;
import com.targettoclose.verifier.design.Criteria;
import com.targettoclose.verifier.design.Design;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.HitPolicy;

/** There is one table of exit criteria, with the columns and the hit policy of the contract. */
final class CriteriaHaveTheirColumns implements Rule {

    @Override
    public Stream<Finding> check(Design design) {
        if (design.criteria().isEmpty()) {
            return design.roads().stream()
                    .limit(1)
                    .map(road -> finding(
                            road.diagram().place(),
                            "No gate could judge: every deal would get stuck.",
                            "Add the decision table " + Contract.EXIT_CRITERIA + "."));
        }
        return design.criteria().stream()
                .filter(it -> !isRight(it))
                .map(it -> finding(
                        it.table().place(),
                        "No gate could judge: every deal would get stuck.",
                        "Make it a decision table with the hit policy COLLECT without aggregation, the inputs "
                                + String.join(", ", Criteria.INPUTS) + " and the outputs "
                                + String.join(", ", Criteria.OUTPUTS) + "."));
    }

    private static boolean isRight(Criteria criteria) {
        return criteria.askable()
                && criteria.table()
                        .table()
                        .filter(it -> it.getHitPolicy() == HitPolicy.COLLECT && it.getAggregation() == null)
                        .isPresent();
    }
}
