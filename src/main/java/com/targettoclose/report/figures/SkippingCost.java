package com.targettoclose.report.figures;

import com.targettoclose.report.statistics.Proportion;
import java.util.Locale;

/**
 * What became of comparable deals that held an item at its gate, and of those that passed without it on a waiver. Comparable
 * are deals of the same type and size that have ended.
 */
public record SkippingCost(Comparison comparison) {

    private static final String NOT_WHY = " It shows what went together, not what caused what.";

    /** The item it is about. */
    public String item() {
        return comparison.key();
    }

    /** In a few sentences that somebody reads who has to decide. */
    public String inWords() {
        var with = comparison.with();
        var without = comparison.without();
        if (without.total() == 0) {
            return "No comparable deal that has ended passed without it yet, so nobody can say what that costs.";
        }
        var told = told("Of %s that held it at the gate, %s.", with) + " "
                + told("Of %s that passed without it, %s.", without);
        return switch (comparison.verdict()) {
            case TOO_FEW -> told + " These are too few to tell a difference.";
            case NO_DIFFERENCE_SHOWN -> told + " That is no more than chance may do.";
            case WON_MORE_OFTEN -> told + " Those that held it were won more often." + NOT_WHY;
            case WON_LESS_OFTEN -> told + " Those that held it were won less often." + NOT_WHY;
        };
    }

    private String told(String sentence, Outcomes outcomes) {
        var rate = outcomes.winRate();
        var decided = rate.trials() == 1 ? "1 decided deal" : rate.trials() + " decided deals";
        var won = rate.successes() == 1 ? "1 was won" : rate.successes() + " were won";
        var share = comparison.verdict() == Verdict.TOO_FEW ? "" : " (" + percent(rate) + ")";
        return sentence.formatted(decided, won + share);
    }

    private static String percent(Proportion rate) {
        var interval = rate.interval();
        return String.format(
                Locale.ROOT,
                "%.0f %%; %.0f to %.0f %%",
                100 * rate.share(),
                100 * interval.lower(),
                100 * interval.upper());
    }
}
