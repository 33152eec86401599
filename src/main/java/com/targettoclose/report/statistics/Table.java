package com.targettoclose.report.statistics;

import org.apache.commons.statistics.distribution.HypergeometricDistribution;

/** Two shares that are compared: a table of two rows, successes and failures. */
public record Table(Proportion first, Proportion second) {

    /** Probabilities this much larger than the observed one still count as equal to it, as in R's {@code fisher.test}. */
    private static final double ROUNDING = 1 + 1e-7;

    /** All that were counted. */
    public long total() {
        return first.trials() + second.trials();
    }

    /**
     * How probable a table as unlikely as this one, or more so, is where both shares are the same: the exact two-sided p,
     * given the margins. Fisher, R. A. (1935), The design of experiments, chapter 2; of both tails those tables that are no
     * more probable than the observed one (Freeman and Halton 1951).
     */
    public double exactP() {
        int population = Math.toIntExact(total());
        int successes = Math.toIntExact(first.successes() + second.successes());
        if (population == 0) {
            return 1;
        }
        var tables = HypergeometricDistribution.of(population, successes, Math.toIntExact(first.trials()));
        double observed = tables.probability(Math.toIntExact(first.successes())) * ROUNDING;
        double p = 0;
        for (int k = tables.getSupportLowerBound(); k <= tables.getSupportUpperBound(); k++) {
            double probability = tables.probability(k);
            p += probability <= observed ? probability : 0;
        }
        return Math.min(1, p);
    }
}
