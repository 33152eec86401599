package com.targettoclose.report.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MedianTests {

    private static final long SEED = 11;

    @Test
    void theOneInTheMiddleOrHalfwayBetweenTwo() {
        assertThat(of(Map.of(7, 1L))).isEqualTo(7);
        assertThat(of(Map.of(1, 2L, 5, 1L))).isEqualTo(1);
        assertThat(of(Map.of(1, 2L, 4, 2L))).isEqualTo(2.5);
        assertThat(of(Map.of(0, 1_000_000_000_000L, 9, 1L))).isZero();
    }

    @Test
    void asWhenTheValuesStandInARow() {
        var random = new Random(SEED);
        for (int n = 1; n < 200; n++) {
            int[] values =
                    IntStream.range(0, n).map(i -> random.nextInt(30)).sorted().toArray();
            SortedMap<Integer, Long> counts = new TreeMap<>();
            IntStream.of(values).forEach(value -> counts.merge(value, 1L, Long::sum));
            double expected = n % 2 == 1 ? values[n / 2] : (values[n / 2 - 1] + values[n / 2]) / 2.0;
            assertThat(Median.of(counts)).as("%d values, seed %d", n, SEED).isEqualTo(expected);
        }
    }

    private static double of(Map<Integer, Long> counts) {
        return Median.of(new TreeMap<>(counts));
    }
}
