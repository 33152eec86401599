package com.targettoclose.report.figures;

import com.targettoclose.report.statistics.Estimate;
import com.targettoclose.report.statistics.Holm;
import com.targettoclose.report.statistics.Interval;
import com.targettoclose.report.statistics.MantelHaenszel;
import com.targettoclose.report.statistics.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Deals that had something at a gate, beside deals that passed without it. What they are is as the gate found them: nothing
 * that came later changes the side a deal is counted on.
 *
 * @param key what was had, or not: an item, a gate
 * @param difference of the win rates, those that had it minus those that did not (Newcombe, method 10)
 * @param p that a difference as large or larger comes by chance alone (Fisher, exact, two-sided)
 * @param pWithinSize the same within deals of one size, all sizes together (Cochran, Mantel and Haenszel)
 * @param pAdjusted the latter, for all comparisons made at once (Holm)
 * @param withinSize the difference within deals of one size, all sizes together (Mantel-Haenszel); null where no size has both
 * @param oddsRatio the same as an odds ratio; null where it cannot be told
 */
public record Comparison(
        String key,
        Outcomes with,
        Outcomes without,
        @Nullable Interval difference,
        @Nullable Double p,
        @Nullable Double pWithinSize,
        @Nullable Double pAdjusted,
        @Nullable Estimate withinSize,
        @Nullable Estimate oddsRatio,
        Verdict verdict) {

    /** So many decided deals there must be on each side before anything is said but counts. */
    public static final int ENOUGH = 20;

    private static final double CHANCE = 0.05;

    /** Compares, for every key of the cells, those of some groups with those of others; groups named in neither stay out. */
    public static List<Comparison> of(Collection<Cell> cells, Set<String> with, Set<String> without) {
        Map<String, List<Cell>> byKey = new LinkedHashMap<>();
        cells.forEach(cell ->
                byKey.computeIfAbsent(cell.key(), any -> new ArrayList<>()).add(cell));
        var alone = byKey.entrySet().stream()
                .map(some -> alone(some.getKey(), some.getValue(), with, without))
                .toList();
        var compared = alone.stream().filter(it -> it.pWithinSize() != null).toList();
        var adjusted =
                Holm.adjust(compared.stream().map(Comparison::pWithinSize).toList());
        return alone.stream()
                .map(it -> it.pWithinSize() == null ? it : it.adjusted(adjusted.get(compared.indexOf(it))))
                .toList();
    }

    private static Comparison alone(String key, List<Cell> cells, Set<String> with, Set<String> without) {
        var first = Counted.bySize(cells, with);
        var second = Counted.bySize(cells, without);
        var all = new Table(Counted.sum(first).winRate(), Counted.sum(second).winRate());
        if (all.first().trials() < ENOUGH || all.second().trials() < ENOUGH) {
            return new Comparison(
                    key, Counted.sum(first), Counted.sum(second), null, null, null, null, null, null, Verdict.TOO_FEW);
        }
        var strata = new TreeMap<>(first);
        second.keySet().forEach(size -> strata.putIfAbsent(size, Outcomes.NONE));
        var tables = strata.keySet().stream()
                .map(size -> new Table(
                        first.getOrDefault(size, Outcomes.NONE).winRate(),
                        second.getOrDefault(size, Outcomes.NONE).winRate()))
                .toList();
        return new Comparison(
                key,
                Counted.sum(first),
                Counted.sum(second),
                all.first().differenceTo(all.second()),
                all.exactP(),
                MantelHaenszel.p(tables),
                null,
                MantelHaenszel.riskDifference(tables).orElse(null),
                MantelHaenszel.oddsRatio(tables).orElse(null),
                Verdict.NO_DIFFERENCE_SHOWN);
    }

    /** With the p for all comparisons at once, and what it allows to say: neither chance nor size explains it then. */
    private Comparison adjusted(double pOfAll) {
        var found = withinSize != null && withinSize.value() > 0 ? Verdict.WON_MORE_OFTEN : Verdict.WON_LESS_OFTEN;
        return new Comparison(
                key,
                with,
                without,
                difference,
                p,
                pWithinSize,
                pOfAll,
                withinSize,
                oddsRatio,
                pOfAll < CHANCE ? found : Verdict.NO_DIFFERENCE_SHOWN);
    }
}
