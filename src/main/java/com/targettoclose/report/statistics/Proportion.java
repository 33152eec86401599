package com.targettoclose.report.statistics;

/**
 * So many of so many.
 *
 * @param successes at least 0, at most {@code trials}
 */
public record Proportion(long successes, long trials) {

    /** @throws IllegalArgumentException where there are less than no successes, or more than trials */
    public Proportion {
        if (successes < 0 || successes > trials) {
            throw new IllegalArgumentException(successes + " of " + trials);
        }
    }

    /** The share, between 0 and 1; 0 of 0 is no number. */
    public double share() {
        return (double) successes / trials;
    }

    /** Those that were none. */
    public long failures() {
        return trials - successes;
    }

    /**
     * The score interval, without continuity correction; 0 to 1 where nothing was counted. Wilson, E. B. (1927), Probable
     * inference, the law of succession, and statistical inference, JASA 22: 209-212. It stays within 0 and 1 and covers
     * well for few trials, where the textbook's {@code p +- z sqrt(p (1 - p) / n)} does not.
     */
    public Interval interval() {
        if (trials == 0) {
            return new Interval(0, 1);
        }
        double n = trials;
        double p = share();
        double z2 = Interval.Z * Interval.Z;
        double middle = (p + z2 / (2 * n)) / (1 + z2 / n);
        double half = Interval.Z / (1 + z2 / n) * Math.sqrt(p * (1 - p) / n + z2 / (4 * n * n));
        return new Interval(
                successes == 0 ? 0 : Math.max(0, middle - half), failures() == 0 ? 1 : Math.min(1, middle + half));
    }

    /**
     * Of the difference between this share and another, by method 10 of Newcombe, R. G. (1998), Interval estimation for the
     * difference between independent proportions, Statistics in Medicine 17: 873-890: the Wilson intervals of both, squared
     * and added. -1 to 1 where nothing was counted on a side.
     */
    public Interval differenceTo(Proportion other) {
        if (trials == 0 || other.trials == 0) {
            return new Interval(-1, 1);
        }
        double difference = share() - other.share();
        var here = interval();
        var there = other.interval();
        return new Interval(
                difference - Math.hypot(share() - here.lower(), there.upper() - other.share()),
                difference + Math.hypot(here.upper() - share(), other.share() - there.lower()));
    }
}
