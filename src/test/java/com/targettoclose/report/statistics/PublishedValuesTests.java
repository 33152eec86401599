package com.targettoclose.report.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.targettoclose.report.statistics.CumulativeIncidence.Watched;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Every estimate against values that others published, or that an established package gives. */
class PublishedValuesTests {

    private static final Offset<Double> FOUR_DIGITS = within(0.00005);
    private static final Offset<Double> SIX_DIGITS = within(0.0000005);

    private enum End {
        DIED,
        DIED_OTHERWISE
    }

    /** Newcombe, R. G. (1998), Two-sided confidence intervals for the single proportion, Statistics in Medicine 17: 857-872, table I. */
    @Test
    void wilson() {
        isAbout(new Proportion(81, 263).interval(), 0.2553, 0.3662);
        isAbout(new Proportion(15, 148).interval(), 0.0624, 0.1605);
        isAbout(new Proportion(0, 20).interval(), 0, 0.1611);
        isAbout(new Proportion(1, 29).interval(), 0.0061, 0.1718);
    }

    @Test
    void wilsonOfAll() {
        isAbout(new Proportion(20, 20).interval(), 1 - 0.1611, 1);
        isAbout(new Proportion(0, 0).interval(), 0, 1);
    }

    /** Newcombe (1998), Interval estimation for the difference, table II, method 10. */
    @Test
    void newcombe() {
        isAbout(new Proportion(56, 70).differenceTo(new Proportion(48, 80)), 0.0524, 0.3339);
        isAbout(new Proportion(9, 10).differenceTo(new Proportion(3, 10)), 0.1705, 0.8090);
        isAbout(new Proportion(5, 56).differenceTo(new Proportion(0, 29)), -0.0381, 0.1926);
        isAbout(new Proportion(10, 10).differenceTo(new Proportion(0, 10)), 0.6075, 1);
    }

    /** Agresti, A. (1990), Categorical data analysis, page 61: the lady who tasted tea. And R's help of fisher.test: convictions of twins. */
    @Test
    void fisher() {
        assertThat(new Table(new Proportion(3, 4), new Proportion(1, 4)).exactP())
                .isCloseTo(0.4857, FOUR_DIGITS);
        assertThat(new Table(new Proportion(2, 17), new Proportion(10, 13)).exactP())
                .isCloseTo(0.0005367, within(5e-8));
        assertThat(new Table(new Proportion(0, 0), new Proportion(0, 0)).exactP())
                .isEqualTo(1);
    }

    /** Admissions to Berkeley by department (Bickel et al. 1975): what R's {@code mantelhaen.test(UCBAdmissions, correct = FALSE)} prints. */
    @Test
    void commonOddsRatio() {
        var admitted = List.of(
                new Table(new Proportion(512, 825), new Proportion(89, 108)),
                new Table(new Proportion(353, 560), new Proportion(17, 25)),
                new Table(new Proportion(120, 325), new Proportion(202, 593)),
                new Table(new Proportion(138, 417), new Proportion(131, 375)),
                new Table(new Proportion(53, 191), new Proportion(94, 393)),
                new Table(new Proportion(22, 373), new Proportion(24, 341)),
                new Table(new Proportion(0, 0), new Proportion(0, 0)));
        var odds = MantelHaenszel.oddsRatio(admitted).orElseThrow();
        assertThat(odds.value()).isCloseTo(0.9046968, SIX_DIGITS);
        assertThat(odds.interval().lower()).isCloseTo(0.7719074, SIX_DIGITS);
        assertThat(odds.interval().upper()).isCloseTo(1.0603298, SIX_DIGITS);
        assertThat(MantelHaenszel.p(admitted)).isCloseTo(0.2169, FOUR_DIGITS);
    }

    /**
     * Deaths under tolbutamide and placebo by age, University Group Diabetes Program (1970), as in Rothman, K. J., Greenland,
     * S. and Lash, T. L. (2008), Modern epidemiology, chapter 15; the digits behind 0.035 by an independent calculation of
     * Greenland and Robins' formula.
     */
    @Test
    void commonDifference() {
        var deaths = List.of(
                new Table(new Proportion(8, 106), new Proportion(5, 120)),
                new Table(new Proportion(22, 98), new Proportion(16, 85)),
                new Table(new Proportion(3, 9), new Proportion(0, 0)));
        var difference = MantelHaenszel.riskDifference(deaths).orElseThrow();
        assertThat(difference.value()).isCloseTo(0.0349003, SIX_DIGITS);
        assertThat(difference.interval().lower()).isCloseTo(-0.0276188, SIX_DIGITS);
        assertThat(difference.interval().upper()).isCloseTo(0.0974194, SIX_DIGITS);
    }

    @Test
    void nothingInCommonWhereNoStratumHoldsBoth() {
        var apart = List.of(new Table(new Proportion(3, 9), new Proportion(0, 0)));
        assertThat(MantelHaenszel.riskDifference(apart)).isEmpty();
        assertThat(MantelHaenszel.oddsRatio(apart)).isEmpty();
    }

    /** The example of R's help of p.adjust is random; this one is Holm's own: three tests, each at its own level. */
    @Test
    void holm() {
        assertThat(Holm.adjust(List.of(0.04, 0.01, 0.03))).containsExactly(0.06, 0.03, 0.06);
        assertThat(Holm.adjust(List.of(0.9, 0.8))).containsExactly(1.0, 1.0);
        assertThat(Holm.adjust(List.of())).isEmpty();
    }

    /**
     * Satagopan, J. M. et al. (2004), A note on competing risks in survival data analysis, British Journal of Cancer 91:
     * 1229-1235, table 2: deaths from breast cancer among 305 women, in months, there rounded at every step.
     */
    @Test
    void cumulativeIncidenceByHand() {
        var incidence = CumulativeIncidence.of(List.of(
                new Watched<End>(7, null, 1),
                new Watched<>(10, End.DIED, 1),
                new Watched<End>(14, null, 1),
                new Watched<>(16, End.DIED, 1),
                new Watched<>(18, End.DIED_OTHERWISE, 1),
                new Watched<>(23, End.DIED, 1),
                new Watched<End>(24, null, 1),
                new Watched<>(26, End.DIED_OTHERWISE, 1),
                new Watched<>(27, End.DIED, 1),
                new Watched<End>(28, null, 296)));
        assertThat(incidence.by(10, End.DIED).value()).isCloseTo(0.003, within(0.0013));
        assertThat(incidence.by(16, End.DIED).value()).isCloseTo(0.006, within(0.0013));
        assertThat(incidence.by(23, End.DIED).value()).isCloseTo(0.009, within(0.0013));
        assertThat(incidence.by(27, End.DIED).value()).isCloseTo(0.012, within(0.0013));
        assertThat(incidence.by(9, End.DIED).value()).isZero();
    }

    /** Fifteen watched, with ties: estimates and standard errors as CumIncidenceRight of statsmodels 0.15.0 gives them. */
    @Test
    void cumulativeIncidenceOfAnEstablishedPackage() {
        long[] times = {1, 2, 2, 3, 4, 5, 5, 6, 7, 8, 9, 10, 11, 12, 13};
        int[] ends = {1, 2, 1, 0, 1, 2, 1, 0, 1, 2, 0, 1, 2, 1, 0};
        List<Watched<End>> watched = new ArrayList<>();
        for (int i = 0; i < times.length; i++) {
            watched.add(new Watched<>(times[i], ends[i] == 0 ? null : End.values()[ends[i] - 1], 1));
        }
        var incidence = CumulativeIncidence.of(watched);
        assertThat(incidence.by(5, End.DIED).value()).isCloseTo(0.27878788, SIX_DIGITS);
        assertThat(Math.sqrt(incidence.variance(5, End.DIED))).isCloseTo(0.1188512, SIX_DIGITS);
        assertThat(incidence.by(13, End.DIED).value()).isCloseTo(0.56969697, SIX_DIGITS);
        assertThat(Math.sqrt(incidence.variance(13, End.DIED))).isCloseTo(0.14565377, SIX_DIGITS);
        assertThat(incidence.by(11, End.DIED_OTHERWISE).value()).isCloseTo(0.32640693, SIX_DIGITS);
        assertThat(Math.sqrt(incidence.variance(11, End.DIED_OTHERWISE))).isCloseTo(0.13659575, SIX_DIGITS);
        assertThat(incidence.by(5, End.DIED).interval().covers(0.27878788)).isTrue();
    }

    private static void isAbout(Interval interval, double lower, double upper) {
        assertThat(interval.lower()).isCloseTo(lower, FOUR_DIGITS);
        assertThat(interval.upper()).isCloseTo(upper, FOUR_DIGITS);
    }
}
