package com.targettoclose.trust;

import com.targettoclose.report.figures.Comparison;
import com.targettoclose.report.figures.Outcomes;
import com.targettoclose.report.figures.Rate;
import com.targettoclose.report.figures.Verdict;
import com.targettoclose.report.statistics.Estimate;
import com.targettoclose.report.statistics.Interval;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Figures as people read them. */
final class Figure {

    private Figure() {}

    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    static String number(@Nullable Double number) {
        return number == null ? "–" : String.format(Locale.ROOT, "%.1f", number);
    }

    /** {@code 63.1 % (62.0 to 64.3)}. */
    static String percent(Rate rate) {
        return rate.share() == null || rate.interval() == null ? "–" : percent(rate.share(), rate.interval());
    }

    static String percent(Estimate share) {
        return percent(share.value(), share.interval());
    }

    private static String percent(double share, Interval interval) {
        return String.format(
                Locale.ROOT,
                "%.1f\u00a0%% (%.1f to\u00a0%.1f)",
                100 * share,
                100 * interval.lower(),
                100 * interval.upper());
    }

    /** {@code 4,238 of 6,711}. */
    static String count(Rate rate) {
        return number(rate.count()) + " of " + number(rate.of());
    }

    static String won(Outcomes outcomes) {
        return count(outcomes.rate());
    }

    /** {@code +20 points (+5 to +33)}, {@code −3 points (−9 to +3)}. */
    static String points(@Nullable Estimate difference) {
        return difference == null
                ? "–"
                : "%s points (%s to\u00a0%s)"
                        .formatted(
                                signed(difference.value()),
                                signed(difference.interval().lower()),
                                signed(difference.interval().upper()));
    }

    private static String signed(double share) {
        long points = Math.round(100 * share);
        return points < 0 ? "−" + -points : points == 0 ? "0" : "+" + points;
    }

    /** What may be said of a comparison, in a few words. */
    static String verdict(Comparison comparison) {
        return switch (comparison.verdict()) {
            case TOO_FEW -> "too few to tell";
            case NO_DIFFERENCE_SHOWN -> "no difference shown";
            case WON_MORE_OFTEN -> "won more often";
            case WON_LESS_OFTEN -> "won less often";
        };
    }

    static boolean tells(Comparison comparison) {
        return comparison.verdict() == Verdict.WON_MORE_OFTEN || comparison.verdict() == Verdict.WON_LESS_OFTEN;
    }
}
