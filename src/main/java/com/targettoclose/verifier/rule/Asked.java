package com.targettoclose.verifier.rule;

import com.targettoclose.opportunity.DealType;
import com.targettoclose.process.stage.ExitCriteriaTables;
import com.targettoclose.verifier.design.Criteria;
import com.targettoclose.verifier.design.Design;
import com.targettoclose.verifier.design.Road;
import com.targettoclose.verifier.design.Row;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a stage of a roadmap requires of one kind of deal.
 *
 * @param at the stage's place on the roadmap
 */
record Asked(Criteria criteria, Road road, int at, DealType type, double value, List<Row> rows) {

    /** For every roadmap, stage, deal type and value at which an answer can change; nothing where nothing can be asked. */
    static List<Asked> all(Design design) {
        return design.criteria().filter(Criteria::askable).stream()
                .flatMap(criteria -> design.roads().stream().flatMap(road -> of(criteria, road)))
                .toList();
    }

    private static Stream<Asked> of(Criteria criteria, Road road) {
        var stages = road.stageNames();
        var values = criteria.values();
        return IntStream.range(0, stages.size())
                .boxed()
                .flatMap(at -> Stream.of(DealType.values())
                        .flatMap(type -> values.stream()
                                .map(value -> new Asked(
                                        criteria,
                                        road,
                                        at,
                                        type,
                                        value,
                                        criteria.required(stages.get(at), type, value)))));
    }

    /** The stage's name. */
    String stage() {
        return road.stageNames().get(at);
    }

    /** The deal, in words. */
    String deal() {
        var worth = value == ExitCriteriaTables.UNKNOWN_VALUE
                ? "an unknown value"
                : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
        return type.value() + " deal of " + worth;
    }
}
