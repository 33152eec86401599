package com.targettoclose.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.targettoclose.ledger.EntryKind;
import com.targettoclose.opportunity.Status;
import com.targettoclose.testing.OnH2;
import com.targettoclose.testing.OnPostgres;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("from target to close")
class WalkProcessTests {

    @Nested
    @OnH2
    @DisplayName("on H2")
    class OnH2Database extends Walk {}

    @Nested
    @OnPostgres
    @DisplayName("on PostgreSQL")
    class OnPostgresDatabase extends Walk {}

    abstract static class Walk extends ProcessTest {

        @Test
        @DisplayName("a deal of unknown value passes every conversation, is won, and realises its value")
        void toWon() {
            var deal = deals.open(null, "new-business").win();
            deal.gain("UserTask_StartAndRealiseTheValue");
            assertThat(deal.status()).isEqualTo(Status.WON);
            assertThat(endOf(deal)).isEqualTo("EndEvent_ValueRealised");
            assertThat(deal.stage()).isNull();
            assertThat(deal.adherence()).hasValue(1.0);
            assertThat(kinds(deal).stream().filter(EntryKind.GAINED::equals)).hasSize(28);
            assertThat(kinds(deal)).startsWith(EntryKind.OPENED, EntryKind.GATE);
            assertThat(ledger.check(deal.id()).findings()).isEmpty();
            assertThat(jobs.executable(deal.id())).isEmpty();
            assertThat(incidents(deal)).isEmpty();
        }

        @Test
        @DisplayName("a deal whose client says not yet to one commitment never leaves that stage")
        void notYet() {
            var deal = deals.open().reach("presentation").gain("UserTask_ReviewTheDraft");
            for (int time = 0; time < 5; time++) {
                deal.notYet("UserTask_ResolveConcerns", "resolve");
                assertThat(deal.stage()).isEqualTo("presentation");
            }
            assertThat(kinds(deal).stream().filter(EntryKind.NOT_YET::equals)).hasSize(5);
            assertThat(deal.history().holdings().get("resolve").attempts()).isEqualTo(5);
            assertThat(ledger.check(deal.id()).findings()).isEmpty();
            deal.gain("UserTask_ResolveConcerns");
            assertThat(deal.stage()).isEqualTo("negotiation");
        }
    }
}
