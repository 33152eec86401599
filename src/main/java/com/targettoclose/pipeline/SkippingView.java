package com.targettoclose.pipeline;

import com.targettoclose.report.figures.Outcomes;
import com.targettoclose.report.figures.SkippingCost;
import com.targettoclose.report.statistics.Interval;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What became of comparable deals that held an item at its gate, and of those that passed without it on a waiver.
 *
 * @param difference of the win rates, held minus waived, at 95 %; null where a side has fewer than 20 decided deals
 * @param verdict {@code too-few, no-difference-shown, won-more-often} or {@code won-less-often}: those that held it
 * @param words the same in a few sentences
 */
@Schema(name = "Skipping")
public record SkippingView(
        SideView held, SideView waived, @Nullable Interval difference, String verdict, String words) {

    /**
     * Deals that have ended.
     *
     * @param winRate won of won and lost, with its interval at 95 %; null where a side has fewer than 20 of them
     */
    @Schema(name = "SkippingSide")
    public record SideView(
            long won,
            long lost,
            long noDecision,
            @Nullable Double winRate,
            @Nullable Interval interval) {}

    static SkippingView of(SkippingCost cost) {
        var comparison = cost.comparison();
        boolean enough = comparison.difference() != null;
        return new SkippingView(
                side(comparison.with(), enough),
                side(comparison.without(), enough),
                comparison.difference(),
                comparison.verdict().value(),
                cost.inWords());
    }

    /** Whether there is a deal to learn from. */
    public boolean tells() {
        return waived.won() + waived.lost() + waived.noDecision() > 0;
    }

    private static SideView side(Outcomes outcomes, boolean enough) {
        var rate = outcomes.winRate();
        return new SideView(
                outcomes.won(),
                outcomes.lost(),
                outcomes.noDecision(),
                enough ? rate.share() : null,
                enough ? rate.interval() : null);
    }
}
