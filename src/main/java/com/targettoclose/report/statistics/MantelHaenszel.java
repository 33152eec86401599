package com.targettoclose.report.statistics;

import java.util.List;
import java.util.Optional;

/**
 * What two groups differ by within strata, all strata taken together: so that a group does not look better only because
 * it holds more of the easy ones. Mantel, N. and Haenszel, W. (1959), Statistical aspects of the analysis of data from
 * retrospective studies of disease, JNCI 22: 719-748.
 */
public final class MantelHaenszel {

    private MantelHaenszel() {}

    /**
     * The common odds ratio, {@code sum(a d / n) / sum(b c / n)}, with the variance of its logarithm by Robins, J., Breslow,
     * N. and Greenland, S. (1986), Estimators of the Mantel-Haenszel variance consistent in both sparse data and
     * large-strata limiting models, Biometrics 42: 311-323.
     *
     * @return empty where no stratum tells the groups apart
     */
    public static Optional<Estimate> oddsRatio(List<Table> strata) {
        double r = 0;
        double s = 0;
        double pr = 0;
        double both = 0;
        double qs = 0;
        for (var table : strata) {
            if (table.total() == 0) {
                continue;
            }
            double n = table.total();
            double p = (table.first().successes() + table.second().failures()) / n;
            double forFirst = table.first().successes() / n * table.second().failures();
            double forSecond = table.first().failures() / n * table.second().successes();
            r += forFirst;
            s += forSecond;
            pr += p * forFirst;
            both += p * forSecond + (1 - p) * forFirst;
            qs += (1 - p) * forSecond;
        }
        if (r == 0 || s == 0) {
            return Optional.empty();
        }
        var log = Estimate.normal(Math.log(r / s), pr / (2 * r * r) + both / (2 * r * s) + qs / (2 * s * s));
        return Optional.of(new Estimate(
                r / s,
                new Interval(
                        Math.exp(log.interval().lower()),
                        Math.exp(log.interval().upper()))));
    }

    /**
     * The common difference of the shares, the first's minus the second's: each stratum's difference weighted by {@code n1
     * n2 / n}, with the variance of Greenland, S. and Robins, J. M. (1985), Estimation of a common effect parameter from
     * sparse follow-up data, Biometrics 41: 55-68.
     *
     * @return empty where no stratum holds both groups
     */
    public static Optional<Estimate> riskDifference(List<Table> strata) {
        double differences = 0;
        double weights = 0;
        double variances = 0;
        for (var table : strata) {
            double n1 = table.first().trials();
            double n2 = table.second().trials();
            if (n1 == 0 || n2 == 0) {
                continue;
            }
            double n = n1 + n2;
            double a = table.first().successes();
            double c = table.second().successes();
            differences += (a * n2 - c * n1) / n;
            weights += n1 * n2 / n;
            variances += (a * (n1 - a) * n2 * n2 * n2 + c * (n2 - c) * n1 * n1 * n1) / (n1 * n2 * n * n);
        }
        return weights == 0
                ? Optional.empty()
                : Optional.of(Estimate.normal(differences / weights, variances / (weights * weights)));
    }

    /**
     * How probable a difference as large as found, or larger, is where there is none in any stratum: the test of Cochran,
     * Mantel and Haenszel, two-sided and without continuity correction, {@code sum(a - E a)^2 / sum Var a}. 1 where no stratum
     * can tell.
     */
    public static double p(List<Table> strata) {
        double excess = 0;
        double variance = 0;
        for (var table : strata) {
            double n = table.total();
            if (n < 2) {
                continue;
            }
            double n1 = table.first().trials();
            double successes = table.first().successes() + table.second().successes();
            excess += table.first().successes() - n1 * successes / n;
            variance += n1 * (n - n1) * successes * (n - successes) / (n * n * (n - 1));
        }
        return variance == 0 ? 1 : 2 * Interval.STANDARD.survivalProbability(Math.abs(excess) / Math.sqrt(variance));
    }
}
