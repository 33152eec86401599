package com.targettoclose.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import com.targettoclose.edition.difference.Difference;
import com.targettoclose.verifier.HarmlessEdits.Harmless;
import com.targettoclose.verifier.Mutants.Mutant;
import com.targettoclose.verifier.game.Play;
import com.targettoclose.verifier.rule.Finding;
import com.targettoclose.verifier.rule.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

@DisplayName("the rules and the token game, which knows none of them, agree")
class ModelCheckTests {

    private static final long SEED = Long.getLong("mutants.seed", 6L);
    private static final int LEAST = 500;
    private static final int LEAST_OPERATORS = 20;

    static Stream<Harmless> harmless() {
        return HarmlessEdits.all();
    }

    @Test
    @DisplayName("that what ships lets no deal slip and strands none")
    void shipped() {
        assertThat(Play.of(Shipped.files())).isEmpty();
        assertThat(errors(Shipped.files())).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("harmless")
    @DisplayName("that an edit does no harm")
    void accepted(Harmless edit) {
        assertThat(Play.of(edit.files())).isEmpty();
        assertThat(errors(edit.files())).extracting(Finding::sentence).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("harmless")
    @DisplayName("that an edit is told of, and as weakening only where a gate lets more through")
    void told(Harmless edit) {
        var difference = Difference.between(Shipped.design(Shipped.files()), Shipped.design(edit.files()));
        assertThat(difference.isEmpty()).isFalse();
        assertThat(difference.weakens())
                .as(() -> difference.weakening().toString())
                .isEqualTo(HarmlessEdits.WEAKENING.contains(edit.what()));
    }

    @Test
    @DisplayName("that every mutant which lets a deal slip or strands one is refused")
    void refused() {
        var mutants = Mutants.of(SEED);
        Map<String, int[]> rates = new TreeMap<>();
        List<String> slipped = new ArrayList<>();
        for (var mutant : mutants) {
            var harm = Play.of(mutant.files());
            boolean refused = !errors(mutant.files()).isEmpty();
            count(rates, mutant, !harm.isEmpty(), refused);
            if (!harm.isEmpty() && !refused) {
                slipped.add(mutant.operator() + ", " + mutant.what() + ": " + harm);
            }
        }
        print(rates);
        assertThat(slipped).as("seed %d", SEED).isEmpty();
        assertThat(mutants).hasSizeGreaterThanOrEqualTo(LEAST);
        assertThat(rates).hasSizeGreaterThanOrEqualTo(LEAST_OPERATORS);
        assertThat(rates.values().stream().mapToInt(it -> it[1]).sum())
                .as("mutants that do harm")
                .isGreaterThan(LEAST / 2);
    }

    private static void count(Map<String, int[]> rates, Mutant mutant, boolean harms, boolean refused) {
        var rate = rates.computeIfAbsent(mutant.operator(), it -> new int[4]);
        rate[0]++;
        rate[1] += harms ? 1 : 0;
        rate[2] += harms && refused ? 1 : 0;
        rate[3] += !harms && refused ? 1 : 0;
    }

    private static void print(Map<String, int[]> rates) {
        var log = LoggerFactory.getLogger(ModelCheckTests.class);
        log.warn(
                "Seed {}. Operator: mutants, harmful in the game, of these refused, refused though harmless in the game",
                SEED);
        var all = new int[4];
        rates.forEach((operator, rate) -> {
            log.warn("{}: {}, {}, {}, {}", operator, rate[0], rate[1], rate[2], rate[3]);
            for (int i = 0; i < all.length; i++) {
                all[i] += rate[i];
            }
        });
        log.warn("All {} operators: {}, {}, {}, {}", rates.size(), all[0], all[1], all[2], all[3]);
    }

    private static List<Finding> errors(Map<String, String> files) {
        return Shipped.check(files).stream()
                .filter(it -> it.severity() == Severity.ERROR)
                .toList();
    }
}
