package com.targettoclose.report.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import com.targettoclose.report.statistics.CumulativeIncidence.Watched;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/**
 * That intervals cover as they claim: 95 % of the time the true value lies in them. Made-up counts with a known truth; the
 * seed is printed with what was found.
 */
class CoverageTests {

    private static final long SEED = 20_260_302L;
    private static final int RUNS = 4_000;

    private enum End {
        WON,
        LOST
    }

    @Test
    void wilsonCovers() {
        covers(
                "Wilson, 40 of 0.63",
                random -> binomial(random, 40, 0.63).interval().covers(0.63));
        covers(
                "Wilson, 400 of 0.05",
                random -> binomial(random, 400, 0.05).interval().covers(0.05));
    }

    @Test
    void newcombeCovers() {
        covers(
                "Newcombe, 0.7 of 60 and 0.5 of 35",
                random -> binomial(random, 60, 0.7)
                        .differenceTo(binomial(random, 35, 0.5))
                        .covers(0.7 - 0.5));
    }

    @Test
    void mantelHaenszelCovers() {
        covers(
                "Mantel-Haenszel difference, 0.15",
                random -> MantelHaenszel.riskDifference(List.of(
                                new Table(binomial(random, 80, 0.45), binomial(random, 30, 0.30)),
                                new Table(binomial(random, 40, 0.75), binomial(random, 60, 0.60))))
                        .orElseThrow()
                        .interval()
                        .covers(0.15));
        covers(
                "Mantel-Haenszel odds ratio, 2.25",
                random -> MantelHaenszel.oddsRatio(List.of(
                                new Table(binomial(random, 80, 0.6), binomial(random, 40, 0.4)),
                                new Table(binomial(random, 40, 9.0 / 13), binomial(random, 80, 0.5))))
                        .orElseThrow()
                        .interval()
                        .covers(2.25));
    }

    /** Wins at 2 % a day, losses at 1 %, watched for 10 to 90 days: by day 30 wins are 2/3 of all ends. */
    @Test
    void cumulativeIncidenceCovers() {
        double truth = 2.0 / 3 * (1 - Math.pow(0.97, 30));
        covers("Aalen-Johansen, 200 watched", random -> {
            List<Watched<End>> watched = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                watched.add(watch(random, 10 + random.nextInt(80)));
            }
            return CumulativeIncidence.of(watched).by(30, End.WON).interval().covers(truth);
        });
    }

    private static Watched<End> watch(Random random, int longest) {
        for (int day = 1; day <= longest; day++) {
            double chance = random.nextDouble();
            if (chance < 0.03) {
                return new Watched<>(day, chance < 0.02 ? End.WON : End.LOST, 1);
            }
        }
        return new Watched<>(longest, null, 1);
    }

    private static void covers(String what, Predicate<Random> once) {
        var random = new Random(SEED);
        int covered = 0;
        for (int i = 0; i < RUNS; i++) {
            covered += once.test(random) ? 1 : 0;
        }
        double share = (double) covered / RUNS;
        System.out.printf("%s: covered in %.2f %% of %,d runs, seed %d%n", what, 100 * share, RUNS, SEED);
        assertThat(share).as(what).isBetween(0.93, 0.97);
    }

    private static Proportion binomial(Random random, int trials, double p) {
        int successes = 0;
        for (int i = 0; i < trials; i++) {
            successes += random.nextDouble() < p ? 1 : 0;
        }
        return new Proportion(successes, trials);
    }
}
