package com.targettoclose.report.statistics;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** The values with which what was counted is compatible, at 95 %. */
public record Interval(double lower, double upper) {

    static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

    /** The 97.5 % point of the standard normal distribution, 1.96. */
    static final double Z = STANDARD.inverseCumulativeProbability(0.975);

    /** Whether a value lies in it. */
    public boolean covers(double value) {
        return lower <= value && value <= upper;
    }
}
