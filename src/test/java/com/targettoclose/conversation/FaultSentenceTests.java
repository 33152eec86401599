package com.targettoclose.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FaultSentenceTests {

    @ParameterizedTest
    @EnumSource(FaultCode.class)
    void everyFaultHasASentenceThatEndsInAFullStop(FaultCode code) {
        var sentence = FaultSentence.of(new Fault("budgetSourceWords", code, "what was typed", "what helps."));
        assertThat(sentence).endsWith(".").doesNotContain("%s", "null", code.name(), code.value());
    }

    @ParameterizedTest
    @EnumSource(FaultCode.class)
    void aSentenceNeverSaysNull(FaultCode code) {
        assertThat(FaultSentence.of(Fault.of("field", code, null))).isNotBlank().doesNotContain("null", "%s");
    }

    @ParameterizedTest
    @EnumSource(FaultCode.class)
    void percentSignsInWhatWasTypedDoNoHarm(FaultCode code) {
        assertThat(FaultSentence.of(new Fault("100%s", code, "%d off", "%n"))).isNotBlank();
    }

    @Test
    void severalFaultsStandOneALine() {
        var faults = List.of(Fault.of("heldOn", FaultCode.MISSING, null), Fault.of("channel", FaultCode.MISSING, null));
        assertThat(FaultSentence.of(faults))
                .isEqualTo("Please fill in when it was held.\nPlease fill in how you talked.");
        assertThat(Refusal.invalid(faults).sentence()).isEqualTo(FaultSentence.of(faults));
    }

    @Test
    void aFieldThatPeopleFillInHasTheNameThatTheyGiveIt() {
        assertThat(FaultSentence.of(Fault.of("value", FaultCode.NOT_A_NUMBER, "much")))
                .isEqualTo("The value: 'much' is not a number. Write digits, with a point for decimals.");
        assertThat(FaultSentence.of(Fault.of("close_value", FaultCode.NOT_A_NUMBER, "much")))
                .startsWith("close_value: 'much' is not a number.");
    }

    @Test
    void longValuesAreShownShortened() {
        var fault = Fault.of("words", FaultCode.TOO_LONG, "w".repeat(5000));
        assertThat(fault.value()).hasSize(81).endsWith("…");
    }

    @Test
    void shorteningNeverCutsACharacterInHalf() {
        var fault = Fault.of("words", FaultCode.TOO_LONG, "w".repeat(79) + "😀".repeat(10));
        assertThat(fault.value()).isNotNull();
        assertThat(fault.value()
                                .chars()
                                .filter(c -> Character.isSurrogate((char) c))
                                .count()
                        % 2)
                .isZero();
    }
}
