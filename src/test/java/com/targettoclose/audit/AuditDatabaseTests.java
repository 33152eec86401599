package com.targettoclose.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.targettoclose.ledger.Ledger;
import com.targettoclose.testing.Deals;
import com.targettoclose.testing.OnH2;
import com.targettoclose.testing.OnPostgres;
import com.targettoclose.testing.TestClock;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionOperations;

class AuditDatabaseTests {

    @Nested
    @OnH2
    class OnH2Database extends Body {}

    @Nested
    @OnPostgres
    class OnPostgresDatabase extends Body {

        @Test
        void theLogCannotBeEmptied() {
            assertThatThrownBy(() -> jdbc.sql("truncate table t2c_audit").update())
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("stays as it was written");
        }
    }

    abstract static class Body {

        private static final Duration KEPT = Duration.ofDays(365);

        @Autowired
        AuditTrail trail;

        @Autowired
        AuditTable table;

        @Autowired
        TidyAudit tidyAudit;

        @Autowired
        TransactionOperations transactions;

        @Autowired
        Deals deals;

        @Autowired
        Ledger ledger;

        @Autowired
        JdbcClient jdbc;

        @Autowired
        TestClock clock;

        private final String user = "u-" + UUID.randomUUID();

        @Test
        void aLineIsReadAsItWasWritten() {
            trail.keep(new Attempt(user, Door.TASKLIST, "POST /a/b", "D-1", Outcome.REFUSED, 403, "2001:db8::1"));
            assertThat(page(ofUser(), 0, 10))
                    .containsExactly(new AuditLine(
                            TestClock.START, user, "tasklist", "POST /a/b", "D-1", "refused", 403, "2001:db8::1"));
        }

        @Test
        void whatIsTooLongIsCutAndWhatIsNoTextIsReplaced() {
            trail.keep(new Attempt(
                    user, Door.API, "GET /\u0000\n" + "x".repeat(300), null, Outcome.FAILED, 500, "a".repeat(100)));
            var line = page(ofUser(), 0, 10).get(0);
            assertThat(line.act()).hasSize(255).startsWith("GET /??xx");
            assertThat(line.source()).hasSize(64);
        }

        @Test
        void theNewestComesFirstPageByPage() {
            for (int n = 1; n <= 5; n++) {
                keep("GET /" + n, null, Outcome.REFUSED);
            }
            clock.advance(Duration.ofMinutes(1));
            keep("GET /6", null, Outcome.REFUSED);
            assertThat(acts(page(ofUser(), 0, 4))).containsExactly("GET /6", "GET /5", "GET /4", "GET /3");
            assertThat(acts(page(ofUser(), 1, 4))).containsExactly("GET /2", "GET /1");
            assertThat(table.count(ofUser())).isEqualTo(6);
        }

        @Test
        void itIsFilteredByEachOfItsParts() {
            var deal = "D-" + user;
            keep("GET /refused", deal, Outcome.REFUSED);
            keep("PUT /done", null, Outcome.DONE);
            clock.advance(Period.ofDays(1));
            keep("GET /next-day", deal, Outcome.REFUSED);
            var nextDay = TestClock.START.plus(Duration.ofDays(1));
            assertThat(acts(page(new AuditFilter(deal, null, null, null, null), 0, 10)))
                    .containsExactly("GET /next-day", "GET /refused");
            assertThat(acts(page(new AuditFilter(null, user, Outcome.DONE, null, null), 0, 10)))
                    .containsExactly("PUT /done");
            assertThat(acts(page(new AuditFilter(deal, user, null, nextDay, null), 0, 10)))
                    .containsExactly("GET /next-day");
            assertThat(acts(page(new AuditFilter(deal, user, null, null, nextDay), 0, 10)))
                    .containsExactly("GET /refused");
        }

        @Test
        void whatWasDoneToAnOpportunityComesFromItsLedger() {
            var owner = "owner-" + UUID.randomUUID();
            var passage = Door.API.open();
            var deal = deals.openOnly("50000", "new-business", owner);
            passage.close();
            clock.advance(Duration.ofMinutes(1));
            trail.keep(new Attempt(user, Door.API, "GET /x", deal.id(), Outcome.REFUSED, 404, "192.0.2.1"));
            deal.settle();
            var lines = page(new AuditFilter(deal.id(), null, null, null, null), 0, 10);
            assertThat(acts(lines)).containsExactly("GET /x", "opened");
            assertThat(lines.get(1))
                    .isEqualTo(new AuditLine(TestClock.START, owner, "api", "opened", deal.id(), "done", null, null));
            assertThat(acts(page(new AuditFilter(null, owner, null, null, null), 0, 10)))
                    .containsExactly("opened");
            assertThat(page(new AuditFilter(null, owner, Outcome.REFUSED, null, null), 0, 10))
                    .isEmpty();
            assertThat(ledger.check(deal.id()).holds()).isTrue();
        }

        @Test
        void withoutOpportunityOrUserTheLedgersAreLeftAlone() {
            deals.open();
            assertThat(page(new AuditFilter(null, null, null, null, null), 0, 200))
                    .noneMatch(line -> line.status() == null);
        }

        @Test
        void aLineCannotBeChanged() {
            keep("GET /a", null, Outcome.REFUSED);
            assertThatThrownBy(() -> jdbc.sql("update t2c_audit set outcome = 'done' where user_id = :user")
                            .param("user", user)
                            .update())
                    .isInstanceOf(DataAccessException.class);
            assertThat(page(ofUser(), 0, 10).get(0).outcome()).isEqualTo("refused");
        }

        @Test
        void itIsNeverWrittenInsideTheTransactionThatMayRollBack() {
            assertThatThrownBy(() -> transactions.executeWithoutResult(status -> keep("GET /a", null, Outcome.REFUSED)))
                    .isInstanceOf(IllegalTransactionStateException.class);
        }

        @Test
        void whatIsOlderThanItIsKeptIsDeletedOnceADay() {
            keep("GET /old", null, Outcome.REFUSED);
            clock.advance(Duration.ofMillis(1));
            keep("GET /a-moment-younger", null, Outcome.REFUSED);
            clock.advance(KEPT.minusDays(1));
            tidyAudit.tidy();
            assertThat(table.count(ofUser())).as("the day before").isEqualTo(2);
            clock.advance(Duration.ofDays(1));
            tidyAudit.tidy();
            assertThat(acts(page(ofUser(), 0, 10))).containsExactly("GET /a-moment-younger");
            clock.advance(Duration.ofMillis(1));
            tidyAudit.tidy();
            assertThat(table.count(ofUser())).as("the same day again").isEqualTo(1);
            clock.advance(Duration.ofDays(1));
            tidyAudit.tidy();
            assertThat(table.count(ofUser())).as("the next day").isZero();
            forgetTheDay();
        }

        private void forgetTheDay() {
            jdbc.sql("update t2c_audit_tidied set tidied_on = date '1970-01-01'")
                    .update();
        }

        private void keep(String act, String opportunity, Outcome outcome) {
            trail.keep(new Attempt(user, Door.API, act, opportunity, outcome, 403, "192.0.2.1"));
        }

        private AuditFilter ofUser() {
            return new AuditFilter(null, user, null, null, null);
        }

        private List<AuditLine> page(AuditFilter filter, int page, int size) {
            return table.page(filter, page, size);
        }

        private static List<String> acts(List<AuditLine> lines) {
            return lines.stream().map(AuditLine::act).toList();
        }
    }
}
