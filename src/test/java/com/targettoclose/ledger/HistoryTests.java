package com.targettoclose.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.targettoclose.conversation.Proof;
import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HistoryTests {

    private static final LocalDate FIRST_DAY = Entries.FIRST_DAY;

    @Test
    void anEmptyLedgerHoldsNothing() {
        assertThat(new Entries().history().holdings()).isEmpty();
    }

    @Test
    void aGainedItemIsHeldSinceTheDayOfItsConversation() {
        var holding = holding(new Entries().gained("change"));
        assertThat(holding.gained()).isTrue();
        assertThat(holding.since()).isEqualTo(FIRST_DAY.minusDays(1));
        assertThat(holding.provenance()).isEqualTo(Provenance.TIMELY);
        assertThat(holding.claimed()).isFalse();
        assertThat(holding.number()).isEqualTo(1);
    }

    @Test
    void anImportedItemIsHeldSinceItsImportAndProvesNothing() {
        var holding = holding(new Entries()
                .add(Draft.of(EntryKind.GAINED)
                        .item("change")
                        .provenance(Provenance.IMPORTED)
                        .proven(Proof.DOCUMENT, "https://x.example")
                        .occurredOn(LocalDate.of(2020, 1, 1))));
        assertThat(holding.since()).isEqualTo(FIRST_DAY);
        assertThat(holding.claimed()).isFalse();
    }

    @Test
    void proofMakesItClaimed() {
        var holding = holding(new Entries()
                .add(Draft.of(EntryKind.GAINED)
                        .item("change")
                        .provenance(Provenance.TIMELY)
                        .proven(Proof.MESSAGE, "https://x.example")
                        .occurredOn(FIRST_DAY)));
        assertThat(holding.claimed()).isTrue();
    }

    @Test
    void whatTheClientConfirmedIsVerified() {
        var holding = holding(new Entries().gained("change").checked("change", EntryKind.VERIFIED, 1));
        assertThat(holding.verified()).isTrue();
        assertThat(holding.claimed()).isFalse();
        assertThat(holding.gained()).isTrue();
    }

    @Test
    void aCheckOfEarlierWordsSaysNothingOfTheNewOnes() {
        var holding = holding(new Entries().gained("change").gained("change").checked("change", EntryKind.VERIFIED, 1));
        assertThat(holding.verified()).isFalse();
        assertThat(holding(new Entries()
                                .gained("change")
                                .checked("change", EntryKind.VERIFIED, 1)
                                .gained("change"))
                        .verified())
                .isFalse();
    }

    @Test
    void whatWasTakenBackCannotBeVerified() {
        var holding = holding(new Entries()
                .gained("change")
                .about("change", EntryKind.WITHDRAWN)
                .checked("change", EntryKind.VERIFIED, 1));
        assertThat(holding.gained()).isFalse();
        assertThat(holding.verified()).isFalse();
    }

    @Test
    void aCorrectionShowsAndTakesNothingBack() {
        var corrected = new Entries().gained("change").checked("change", EntryKind.CORRECTED, 1);
        assertThat(holding(corrected).corrected()).isTrue();
        assertThat(holding(corrected).gained()).isTrue();
        assertThat(holding(corrected).verified()).isFalse();
        var checked = corrected.checked("change", EntryKind.VERIFIED, 1);
        assertThat(holding(checked).corrected()).isFalse();
        assertThat(holding(checked).verified()).isTrue();
        assertThat(holding(checked.checked("change", EntryKind.CORRECTED, 1)).verified())
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = EntryKind.class,
            names = {"NOT_YET", "DECLINED"})
    void anAttemptUndoesNothing(EntryKind attempt) {
        var holding = holding(new Entries().gained("change").about("change", attempt));
        assertThat(holding.gained()).isTrue();
        assertThat(holding.since()).isEqualTo(FIRST_DAY.minusDays(1));
        assertThat(holding.number()).isEqualTo(1);
        assertThat(holding.attempts()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = EntryKind.class,
            names = {"NOT_YET", "DECLINED"})
    void anAttemptUndoesNoWaiverEither(EntryKind attempt) {
        var holding =
                holding(new Entries().waived("change", FIRST_DAY.plusDays(9)).about("change", attempt));
        assertThat(holding.waivedOn(FIRST_DAY.plusDays(9))).isTrue();
        assertThat(holding.waivedOn(FIRST_DAY.plusDays(10))).isFalse();
    }

    @Test
    void attemptsAreCountedUntilItIsGained() {
        var entries = new Entries()
                .about("change", EntryKind.NOT_YET)
                .about("change", EntryKind.DECLINED)
                .about("explore", EntryKind.NOT_YET)
                .about("change", EntryKind.NOT_YET);
        assertThat(holding(entries).attempts()).isEqualTo(3);
        assertThat(holding(entries).kind()).isNull();
        assertThat(holding(entries.gained("change")).attempts()).isZero();
    }

    @ParameterizedTest
    @EnumSource(
            value = EntryKind.class,
            names = {"WITHDRAWN", "LAPSED"})
    void whatIsTakenBackOrLapsedIsNotHeldUntilItIsGainedAgain(EntryKind undone) {
        var entries = new Entries().gained("change").about("change", undone);
        assertThat(holding(entries).gained()).isFalse();
        assertThat(holding(entries).kind()).isEqualTo(undone);
        entries.about("change", EntryKind.NOT_YET);
        assertThat(holding(entries).kind()).as("an attempt later").isEqualTo(undone);
        entries.gained("change");
        assertThat(holding(entries).gained()).isTrue();
        assertThat(holding(entries).number()).isEqualTo(4);
        assertThat(holding(entries).since()).isEqualTo(FIRST_DAY.plusDays(2));
    }

    @Test
    void aWaiverStandsInAndEndsWhenTheItemIsGained() {
        var entries = new Entries().waived("change", FIRST_DAY.plusDays(30));
        assertThat(holding(entries).gained()).isFalse();
        assertThat(holding(entries).waivedOn(FIRST_DAY)).isTrue();
        entries.gained("change");
        assertThat(holding(entries).waivedOn(FIRST_DAY)).isFalse();
        assertThat(holding(entries).gained()).isTrue();
    }

    @Test
    void otherEntriesSayNothingOfItems() {
        var entries = new Entries().gained("change");
        for (var kind : EntryKind.values()) {
            if (kind != EntryKind.WAIVED) {
                entries.add(Draft.of(kind));
            }
        }
        assertThat(entries.history().holdings()).containsOnlyKeys("change");
        assertThat(holding(entries).gained()).isTrue();
    }

    @Test
    void aConversationWasHeldAsOftenAsItsTasksYielded() {
        var first = new Draft.Origin("UserTask_Explore", "task-1", "stage-discovery", 1);
        var second = new Draft.Origin("UserTask_Explore", "task-2", "stage-discovery", 1);
        var moot = new Draft.Origin("UserTask_Explore", "task-3", null, null);
        var other = new Draft.Origin("UserTask_Establish", "task-4", "stage-discovery", 1);
        var history = new Entries()
                .add(Draft.of(EntryKind.NOT_YET).item("explore").from(first))
                .add(Draft.of(EntryKind.GAINED)
                        .item("problem-known")
                        .provenance(Provenance.TIMELY)
                        .from(first))
                .add(Draft.of(EntryKind.GAINED)
                        .item("explore")
                        .provenance(Provenance.TIMELY)
                        .from(second))
                .add(Draft.of(EntryKind.MOOT).from(moot))
                .add(Draft.of(EntryKind.NOT_YET).item("change").from(other))
                .history();
        assertThat(history.timesHeld("UserTask_Explore")).isEqualTo(2);
        assertThat(history.timesHeld("UserTask_Establish")).isEqualTo(1);
        assertThat(history.timesHeld("UserTask_Review")).isZero();
    }

    @Test
    void theNewestOfAKindAndWhatCameAfter() {
        var history = new Entries()
                .add(Draft.of(EntryKind.GATE).detail(Map.of("stage", "target")))
                .add(Draft.of(EntryKind.RE_ENTERED))
                .add(Draft.of(EntryKind.GATE).detail(Map.of("stage", "discovery")))
                .add(Draft.of(EntryKind.GATE).detail(Map.of("stage", "target")))
                .history();
        assertThat(history.newest(EntryKind.RE_ENTERED)).map(Entry::number).hasValue(2);
        assertThat(history.newest(EntryKind.CLOSED)).isEmpty();
        assertThat(history.newestGate("target")).map(Entry::number).hasValue(4);
        assertThat(history.newestGate("discovery")).map(Entry::number).hasValue(3);
        assertThat(history.newestGate("diagnosis")).isEmpty();
        assertThat(history.after(history.newest(EntryKind.RE_ENTERED).orElseThrow()))
                .extracting(Entry::number)
                .containsExactly(3, 4);
    }

    @Test
    void anItemIsHeldExactlyWhenTheNewestThatDecidesIsAGain() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int n = 0; n < 2_000; n++) {
            var entries = new Entries();
            var told = new StringBuilder();
            EntryKind deciding = null;
            for (int i = random.nextInt(12); i > 0; i--) {
                var kind = EntryKind.values()[random.nextInt(EntryKind.values().length)];
                told.append(kind).append(' ');
                switch (kind) {
                    case GAINED -> entries.gained("change");
                    case WAIVED -> entries.waived("change", FIRST_DAY);
                    default -> entries.about("change", kind);
                }
                boolean decides = switch (kind) {
                    case GAINED, WITHDRAWN, LAPSED, WAIVED -> true;
                    default -> false;
                };
                deciding = decides ? kind : deciding;
            }
            var held = entries.history().holdings().getOrDefault("change", Holding.none("change"));
            assertThat(held.kind()).as("seed %s: %s", seed, told).isEqualTo(deciding);
        }
    }

    private static Holding holding(Entries entries) {
        return entries.history().holdings().get("change");
    }
}
