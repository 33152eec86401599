package com.targettoclose.report.facts;

import static org.assertj.core.api.Assertions.assertThat;

import com.targettoclose.gate.Gap;
import com.targettoclose.gate.GateDecision;
import com.targettoclose.gate.MetBy;
import com.targettoclose.gate.ProofNeeded;
import com.targettoclose.gate.Requirement;
import com.targettoclose.gate.WaivableBy;
import com.targettoclose.ledger.Draft;
import com.targettoclose.ledger.Entries;
import com.targettoclose.ledger.EntryKind;
import com.targettoclose.ledger.Provenance;
import com.targettoclose.opportunity.DealType;
import com.targettoclose.opportunity.Opportunity;
import com.targettoclose.opportunity.Opportunity.ImportedFrom;
import com.targettoclose.opportunity.Status;
import com.targettoclose.opportunity.Terms;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReadDealTests {

    private final Entries ledger = new Entries().add(Draft.of(EntryKind.OPENED));

    @Test
    void aGateIsClassifiedAsItFirstLetTheDealPass() {
        held("problem-known");
        gate("discovery", Map.of(), "change");
        ledger.waived("change", LocalDate.of(2026, 12, 31));
        gate("discovery", Map.of("problem-known", MetBy.TIMELY, "change", MetBy.WAIVED));
        held("change");
        gate("discovery", Map.of("problem-known", MetBy.TIMELY, "change", MetBy.TIMELY));
        var facts = read(Status.OPEN);
        assertThat(facts.gates()).singleElement().satisfies(gate -> {
            assertThat(gate.passage()).isEqualTo("waived");
            assertThat(gate.required()).isEqualTo(2);
            assertThat(gate.metInTime()).isEqualTo(1);
            assertThat(gate.waived()).isEqualTo(1);
            assertThat(gate.days()).isEqualTo(2);
        });
        assertThat(item(facts, "change").atGate()).isEqualTo("waived");
        assertThat(item(facts, "change").state()).isEqualTo("gained");
        assertThat(item(facts, "change").waivedBy()).isEqualTo("rita");
        assertThat(item(facts, "problem-known").atGate()).isEqualTo("timely");
    }

    @Test
    void aDealThatWaitsAtAGateHasNotPassedIt() {
        gate("discovery", Map.of(), "change");
        var gate = read(Status.OPEN).gates().get(0);
        assertThat(gate.passedOn()).isNull();
        assertThat(gate.passage()).isNull();
        assertThat(gate.days()).isNull();
        assertThat(gate.enteredOn()).isEqualTo(Entries.FIRST_DAY.plusDays(1));
    }

    @Test
    void itemsSayHowOftenTheClientWasAsked() {
        answer("change", EntryKind.NOT_YET);
        answer("change", EntryKind.DECLINED);
        held("change");
        answer("time", EntryKind.NOT_YET);
        var facts = read(Status.OPEN);
        assertThat(item(facts, "change").asked()).isEqualTo(3);
        assertThat(item(facts, "change").gainedAtAsk()).isEqualTo(3);
        assertThat(item(facts, "time").gainedAtAsk()).isNull();
        assertThat(item(facts, "time").state()).isEqualTo("attempted");
    }

    @Test
    void whatAnImportBroughtTellsNothingOfHowItWasGained() {
        ledger.gained("time", Provenance.IMPORTED);
        gate("target", Map.of("time", MetBy.IMPORTED));
        var facts = read(Status.OPEN);
        assertThat(item(facts, "time").asked()).isZero();
        assertThat(item(facts, "time").gainedAtAsk()).isNull();
        assertThat(facts.gates().get(0).passage()).isEqualTo("imported");
        assertThat(facts.deal().gained()).isZero();
    }

    @Test
    void executionDoesNotChangeHowAWinWasReached() {
        held("time");
        gate("target", Map.of("time", MetBy.TIMELY));
        ledger.add(Draft.of(EntryKind.CLOSED).detail(Map.of("as", "won")));
        gate("execution", Map.of("handover-done", MetBy.WAIVED, "execute", MetBy.WAIVED));
        var deal = read(Status.WON).deal();
        assertThat(deal.adherenceBand()).isEqualTo("high");
        assertThat(deal.applicable()).isEqualTo(1);
    }

    @Test
    void aDealFromBeforeTheProcessIsToldApart() {
        ledger.add(Draft.of(EntryKind.CLOSED).provenance(Provenance.IMPORTED));
        assertThat(ReadDeal.of(opportunity(Status.LOST, new ImportedFrom("i", 2)), 0, ledger.history())
                        .deal()
                        .origin())
                .isEqualTo("before");
        assertThat(read(Status.LOST).deal().origin()).isEqualTo("here");
        assertThat(read(Status.LOST).deal().adherenceBand()).isEqualTo("none");
    }

    @Test
    void aDealThatWentBackIsFlagged() {
        assertThat(read(Status.OPEN).deal().rerouted()).isFalse();
        ledger.add(Draft.of(EntryKind.RE_ENTERED));
        assertThat(read(Status.OPEN).deal().rerouted()).isTrue();
    }

    @Test
    void whatNoDiagramAskedForIsOffTheMap() {
        for (int task = 1; task <= 2; task++) {
            ledger.add(Draft.of(EntryKind.NOT_YET)
                    .item("time")
                    .occurredOn(LocalDate.of(2026, 3, task))
                    .from(new Draft.Origin("UserTask_A", "task" + task, "stage-target", 1)));
        }
        held("change");
        var facts = read(Status.OPEN);
        assertThat(facts.deal().offTheMap()).isEqualTo(1);
        assertThat(facts.deal().lastHeardOn()).isEqualTo(Entries.FIRST_DAY.plusDays(2));
    }

    @Test
    void sizeBandsBeginWhereTheySay() {
        assertThat(List.of("9999.99", "10000", "99999.99", "100000"))
                .extracting(value -> SizeBand.of(new BigDecimal(value)))
                .containsExactly(SizeBand.SMALL, SizeBand.MEDIUM, SizeBand.MEDIUM, SizeBand.LARGE);
        assertThat(SizeBand.of(null)).isEqualTo(SizeBand.UNKNOWN);
    }

    private void held(String item) {
        ledger.gained(item);
    }

    private void answer(String item, EntryKind kind) {
        ledger.add(Draft.of(kind).item(item).provenance(Provenance.TIMELY).occurredOn(Entries.FIRST_DAY));
    }

    private void gate(String stage, Map<String, MetBy> met, String... owed) {
        var gaps = List.of(owed).stream()
                .map(item -> new Gap(
                        new Requirement(stage, item, WaivableBy.MANAGER, ProofNeeded.NONE, null),
                        Gap.Reason.NOT_GAINED))
                .toList();
        ledger.add(Draft.of(EntryKind.GATE).detail(new GateDecision(stage, met, gaps).detail()));
    }

    private Facts read(Status status) {
        return ReadDeal.of(opportunity(status, null), 2, ledger.history());
    }

    private static ItemFact item(Facts facts, String item) {
        return facts.items().stream()
                .filter(it -> it.item().equals(item))
                .findFirst()
                .orElseThrow();
    }

    private static Opportunity opportunity(Status status, ImportedFrom imported) {
        return new Opportunity(
                "A1",
                "Northwind Traders",
                "rita",
                new Terms(new BigDecimal("50000.00"), "USD", DealType.NEW_BUSINESS),
                "target-to-close",
                status,
                null,
                null,
                null,
                null,
                status == Status.OPEN ? null : LocalDate.of(2026, 5, 1),
                imported,
                Instant.parse("2026-03-02T09:00:00Z"));
    }
}
