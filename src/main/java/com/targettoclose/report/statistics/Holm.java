package com.targettoclose.report.statistics;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Several comparisons at once: who looks often enough finds something. Holm, S. (1979), A simple sequentially rejective
 * multiple test procedure, Scandinavian Journal of Statistics 6: 65-70.
 */
public final class Holm {

    private Holm() {}

    /** The adjusted p of each, in the order given: below 0.05, it stays so whatever else was compared. */
    public static List<Double> adjust(List<Double> ps) {
        var ascending = IntStream.range(0, ps.size())
                .boxed()
                .sorted(Comparator.comparing(ps::get))
                .toList();
        var adjusted = new Double[ps.size()];
        double highest = 0;
        for (int rank = 0; rank < ps.size(); rank++) {
            int place = ascending.get(rank);
            highest = Math.max(highest, Math.min(1, (ps.size() - rank) * ps.get(place)));
            adjusted[place] = highest;
        }
        return List.of(adjusted);
    }
}
