package com.targettoclose.report.figures;

import com.targettoclose.opportunity.Status;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Adds up cells. */
final class Counted {

    private Counted() {}

    /** What became of the deals of some groups, by their size. */
    static Map<String, Outcomes> bySize(Collection<Cell> cells, Set<String> groups) {
        return by(cells, Cell::sizeBand, cell -> cell.group() != null && groups.contains(cell.group()));
    }

    /** What became of the deals that fit, by something of theirs, in its order. */
    static Map<String, Outcomes> by(Collection<Cell> cells, Function<Cell, String> what, Predicate<Cell> fits) {
        Map<String, Map<Status, Long>> counts = new TreeMap<>();
        cells.stream()
                .filter(fits)
                .forEach(cell -> counts.computeIfAbsent(what.apply(cell), any -> new EnumMap<>(Status.class))
                        .merge(cell.status(), cell.count(), Long::sum));
        return counts.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, some -> Outcomes.of(some.getValue()), Outcomes::plus, LinkedHashMap::new));
    }

    static Outcomes sum(Map<String, Outcomes> some) {
        return some.values().stream().reduce(Outcomes.NONE, Outcomes::plus);
    }
}
