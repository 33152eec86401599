package com.targettoclose.report.statistics;

import java.util.SortedMap;

/** The middle of counted values. */
public final class Median {

    private Median() {}

    /**
     * The middle one; of an even number, halfway between the two in the middle, as SQL's {@code percentile_cont(0.5)}.
     *
     * @param counts how often each value stands, one at least
     */
    public static double of(SortedMap<Integer, Long> counts) {
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        return (at(counts, (all - 1) / 2) + at(counts, all / 2)) / 2.0;
    }

    private static int at(SortedMap<Integer, Long> counts, long place) {
        long passed = 0;
        for (var count : counts.entrySet()) {
            passed += count.getValue();
            if (passed > place) {
                return count.getKey();
            }
        }
        throw new IllegalArgumentException("There are " + passed + " values, none at place " + place);
    }
}
