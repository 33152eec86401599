package com.targettoclose.report.figures;

import com.targettoclose.report.statistics.Interval;
import com.targettoclose.report.statistics.Proportion;
import org.jspecify.annotations.Nullable;

/**
 * A share, with what it was counted from.
 *
 * @param count how many of {@code of}
 * @param share between 0 and 1; null of nothing
 * @param interval at 95 % (Wilson); null of nothing
 */
public record Rate(
        long count,
        long of,
        @Nullable Double share,
        @Nullable Interval interval) {

    /** Of nothing. */
    public static final Rate NONE = new Rate(0, 0, null, null);

    static Rate of(Proportion counted) {
        return counted.trials() == 0
                ? NONE
                : new Rate(counted.successes(), counted.trials(), counted.share(), counted.interval());
    }

    static Rate of(long count, long of) {
        return of(new Proportion(count, of));
    }
}
