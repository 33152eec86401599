package com.targettoclose.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ItemTests {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"time, time", "cost-of-inaction, costOfInaction", "q4-budget, q4Budget", "step-2-done, step2Done"})
    void formFieldsBeginWithTheIdInCamelCase(String id, String prefix) {
        assertThat(new Outcome(id, "It is known").fieldPrefix()).isEqualTo(prefix);
    }

    @Test
    void camelCaseIsTheSameInEveryLocale() {
        var before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(new Outcome("why-invest", "It is known").fieldPrefix()).isEqualTo("whyInvest");
            assertThat(AnswerState.DECLINED.value()).isEqualTo("declined");
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "Time", "cost_of", "cost-", "-cost", "cost--of", "4th", "kosten-für", "a b"})
    void otherIdsAreNoItems(String id) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Outcome(id, "It is known"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Commitment(id, "It is agreed"));
    }

    @Test
    void anIdHasAtMost64Characters() {
        assertThat(new Outcome("a".repeat(64), "It is known").id()).hasSize(64);
        assertThatIllegalArgumentException().isThrownBy(() -> new Outcome("a".repeat(65), "It is known"));
    }

    @Test
    void anItemIsAnOutcomeOrACommitment() {
        assertThat(new Outcome("first-result", "It is there").kind()).isEqualTo("outcome");
        assertThat(new Commitment("time", "The client will meet us").kind()).isEqualTo("commitment");
    }

    @Test
    void idsThatDifferInLettersHaveFieldsThatDiffer() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        Map<String, String> idByPrefix = new HashMap<>();
        for (int n = 0; n < 20_000; n++) {
            var id = randomId(random);
            var other = idByPrefix.putIfAbsent(new Outcome(id, "It is known").fieldPrefix(), id);
            assertThat(other == null || other.equals(id))
                    .as("seed %s: %s and %s", seed, id, other)
                    .isTrue();
        }
    }

    /** Words of letters only: before a digit, kebab-case and camel case differ by the dash alone. */
    private static String randomId(Random random) {
        var id = new StringBuilder().append((char) ('a' + random.nextInt(2)));
        for (int i = random.nextInt(6); i > 0; i--) {
            id.append(random.nextInt(3) == 0 ? "-" : "").append((char) ('a' + random.nextInt(2)));
        }
        return id.toString();
    }
}
