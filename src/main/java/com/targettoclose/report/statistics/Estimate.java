package com.targettoclose.report.statistics;

/** A number that was estimated, and how sure it is. */
public record Estimate(double value, Interval interval) {

    /** An estimate whose error is normally distributed. */
    static Estimate normal(double value, double variance) {
        double half = Interval.Z * Math.sqrt(variance);
        return new Estimate(value, new Interval(value - half, value + half));
    }
}
