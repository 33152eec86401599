package com.targettoclose.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** That keys which would undo each other are refused, and none is shown. */
class LedgerKeysTests {

    private static final String ONE = "the first key, of 32 characters or more";
    private static final String TWO = "the second key, of 32 characters or more";

    @Test
    void aKeyStandsInOnePlace() {
        assertThatThrownBy(() -> new LedgerSettings(ONE, List.of(ONE), List.of()))
                .hasMessageContaining("in two of");
        assertThatThrownBy(() -> new LedgerSettings(ONE, List.of(), List.of(ONE)))
                .hasMessageContaining("in two of");
        assertThatThrownBy(() -> new LedgerSettings(ONE, List.of(TWO), List.of(TWO)))
                .hasMessageContaining("in two of");
        assertThat(new LedgerSettings(ONE, List.of(TWO), List.of("")))
                .isEqualTo(new LedgerSettings(ONE, List.of(TWO), List.of()));
    }

    @Test
    void aKeyIsWholeAndNotShown() {
        assertThatThrownBy(() -> new LedgerSettings(ONE, List.of("short"), List.of()))
                .hasMessageContaining("T2C_LEDGER_OTHER_KEYS")
                .hasMessageNotContaining("short,");
        assertThat(new LedgerSettings(ONE, List.of(TWO), List.of()).toString()).doesNotContain(ONE, TWO);
    }
}
