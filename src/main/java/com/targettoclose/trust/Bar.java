package com.targettoclose.trust;

import com.targettoclose.report.figures.Rate;
import com.targettoclose.report.statistics.Estimate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An estimate as a bar with its interval, on an axis of 100 units: what the picture needs, as texts.
 *
 * @param from where the axis is zero: at the left for shares, in the middle for differences
 * @param value where the estimate stands
 * @param lower where its interval begins, and {@code upper} where it ends
 */
record Bar(String from, String value, String lower, String upper) {

    private static final double MIDDLE = 50;

    static @Nullable Bar of(Rate rate) {
        return rate.share() == null || rate.interval() == null
                ? null
                : share(rate.share(), rate.interval().lower(), rate.interval().upper());
    }

    static Bar of(Estimate share) {
        return share(share.value(), share.interval().lower(), share.interval().upper());
    }

    /** Of a difference between two shares. */
    static @Nullable Bar difference(@Nullable Estimate it) {
        return it == null
                ? null
                : new Bar(
                        text(MIDDLE),
                        text(MIDDLE + MIDDLE * it.value()),
                        text(MIDDLE + MIDDLE * it.interval().lower()),
                        text(MIDDLE + MIDDLE * it.interval().upper()));
    }

    /** Where the bar begins. */
    public String left() {
        return text(Math.min(Double.parseDouble(from), Double.parseDouble(value)));
    }

    /** How long it is. */
    public String width() {
        return text(Math.abs(Double.parseDouble(value) - Double.parseDouble(from)));
    }

    private static Bar share(double value, double lower, double upper) {
        return new Bar("0", text(100 * value), text(100 * lower), text(100 * upper));
    }

    private static String text(double units) {
        return String.format(Locale.ROOT, "%.2f", Math.max(0, Math.min(100, units)));
    }
}
