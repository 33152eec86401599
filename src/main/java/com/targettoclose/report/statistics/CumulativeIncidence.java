package com.targettoclose.report.statistics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How many have come to each end after a time, where ends exclude each other and some are still on their way. Counting
 * other ends as if they were still on their way (one minus Kaplan-Meier) would promise more wins than there can be. Aalen,
 * O. O. and Johansen, S. (1978), An empirical transition matrix for nonhomogeneous Markov chains based on censored
 * observations, Scandinavian Journal of Statistics 5: 141-150.
 *
 * @param <E> the ends
 */
public final class CumulativeIncidence<E extends Enum<E>> {

    private final List<Step<E>> steps;

    private CumulativeIncidence(List<Step<E>> steps) {
        this.steps = steps;
    }

    /**
     * How long some were watched.
     *
     * @param time how long, in any unit, not negative
     * @param end how they ended then; null where they were still on their way
     * @param count how many
     */
    public record Watched<E>(long time, @Nullable E end, long count) {}

    /**
     * A time at which some ended.
     *
     * @param atRisk those who were still on their way just before
     * @param ended how many ended, by end
     * @param before the share that was still on its way just before
     */
    private record Step<E>(long time, long atRisk, Map<E, Long> ended, double before) {

        long all() {
            return ended.values().stream().mapToLong(Long::longValue).sum();
        }

        long of(E end) {
            return ended.getOrDefault(end, 0L);
        }
    }

    /** Estimates it from those who were watched, in no order. */
    public static <E extends Enum<E>> CumulativeIncidence<E> of(Collection<Watched<E>> watched) {
        var byTime = watched.stream().collect(Collectors.groupingBy(Watched::time, TreeMap::new, Collectors.toList()));
        List<Step<E>> steps = new ArrayList<>();
        double onTheirWay = 1;
        long atRisk = watched.stream().mapToLong(Watched::count).sum();
        for (var then : byTime.entrySet()) {
            Map<E, Long> ended = new TreeMap<>();
            for (var some : then.getValue()) {
                if (some.end() != null) {
                    ended.merge(some.end(), some.count(), Long::sum);
                }
            }
            var step = new Step<>(then.getKey(), atRisk, ended, onTheirWay);
            if (step.all() > 0) {
                steps.add(step);
                onTheirWay *= 1 - (double) step.all() / atRisk;
            }
            atRisk -= then.getValue().stream().mapToLong(Watched::count).sum();
        }
        return new CumulativeIncidence<>(steps);
    }

    /**
     * The share that has come to this end by then. The variance is that of the delta method (Marubini, E. and Valsecchi, M.
     * G. (1995), Analysing survival data from clinical trials and observational studies, section 10.3); the interval is made on
     * the scale of log(-log), where it stays within 0 and 1 (Pintilie, M. (2006), Competing risks, section 4.3).
     */
    public Estimate by(long time, E end) {
        double share = share(time, end);
        if (share <= 0 || share >= 1) {
            return new Estimate(share, new Interval(share, share));
        }
        double error = Math.sqrt(variance(time, end));
        double width = Interval.Z * error / (share * Math.log(share));
        return new Estimate(share, new Interval(Math.pow(share, Math.exp(-width)), Math.pow(share, Math.exp(width))));
    }

    private double share(long time, E end) {
        return steps.stream()
                .filter(step -> step.time() <= time)
                .mapToDouble(step -> step.before() * step.of(end) / step.atRisk())
                .sum();
    }

    double variance(long time, E end) {
        double share = share(time, end);
        double cumulative = 0;
        double variance = 0;
        for (var step : steps) {
            if (step.time() > time) {
                break;
            }
            double n = step.atRisk();
            double ended = step.of(end);
            cumulative += step.before() * ended / n;
            double rest = share - cumulative;
            double left = n - step.all();
            variance += left == 0 ? 0 : rest * rest * step.all() / (n * left);
            variance += step.before() * step.before() * ended * (n - ended) / (n * n * n);
            variance -= 2 * rest * step.before() * ended / (n * n);
        }
        return variance;
    }
}
