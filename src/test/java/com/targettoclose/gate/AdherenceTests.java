package com.targettoclose.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import com.targettoclose.ledger.Draft;
import com.targettoclose.ledger.Entries;
import com.targettoclose.ledger.EntryKind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AdherenceTests {

    private static final Requirement CHANGE =
            new Requirement("discovery", "change", WaivableBy.MANAGER, ProofNeeded.NONE, null);

    @Test
    void thereIsNoneBeforeAGateWasPassed() {
        assertThat(Adherence.of(new Entries().history())).isEmpty();
        assertThat(Adherence.of(new Entries().gained("change").history())).isEmpty();
        assertThat(Adherence.of(
                        new Entries().add(gate("discovery", Map.of(), true)).history()))
                .isEmpty();
    }

    @Test
    void aGateThatRequiresNothingSaysNothing() {
        assertThat(Adherence.of(
                        new Entries().add(gate("discovery", Map.of(), false)).history()))
                .isEmpty();
    }

    @Test
    void timelyEvidenceIsFullAdherence() {
        var history = new Entries()
                .add(gate("target", Map.of("time", MetBy.TIMELY), false))
                .add(gate("discovery", Map.of("change", MetBy.TIMELY, "explore", MetBy.TIMELY), false))
                .history();
        assertThat(Adherence.of(history)).hasValue(1.0);
    }

    @Test
    void waivedImportedAndAfterwardsAreApplicableAndNotMet() {
        var met = Map.of(
                "a", MetBy.TIMELY, "b", MetBy.AFTERWARDS, "c", MetBy.IMPORTED, "d", MetBy.WAIVED, "e", MetBy.TIMELY);
        var history = new Entries().add(gate("discovery", met, false)).history();
        assertThat(Adherence.of(history).orElseThrow()).isEqualTo(0.4, offset(1e-12));
    }

    @Test
    void nothingTimelyIsNone() {
        var history = new Entries()
                .add(gate("discovery", Map.of("change", MetBy.WAIVED), false))
                .history();
        assertThat(Adherence.of(history)).hasValue(0.0);
    }

    @Test
    void aGatePassedAgainCountsAsItWasPassedLast() {
        var history = new Entries()
                .add(gate("discovery", Map.of("change", MetBy.WAIVED), false))
                .add(Draft.of(EntryKind.RE_ENTERED))
                .add(gate("discovery", Map.of("change", MetBy.TIMELY), false))
                .history();
        assertThat(Adherence.of(history)).hasValue(1.0);
    }

    @Test
    void aGateThatHeldDoesNotUndoItsLastPassage() {
        var history = new Entries()
                .add(gate("discovery", Map.of("change", MetBy.TIMELY), false))
                .add(gate("discovery", Map.of(), true))
                .history();
        assertThat(Adherence.of(history)).hasValue(1.0);
    }

    private static Draft gate(String stage, Map<String, MetBy> met, boolean held) {
        var gaps = held ? List.of(new Gap(CHANGE, Gap.Reason.NOT_GAINED)) : List.<Gap>of();
        return Draft.of(EntryKind.GATE).detail(new GateDecision(stage, met, gaps).detail());
    }
}
