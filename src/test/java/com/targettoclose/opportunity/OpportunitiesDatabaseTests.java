package com.targettoclose.opportunity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.targettoclose.opportunity.Opportunity.RoadmapInstance;
import com.targettoclose.testing.OnH2;
import com.targettoclose.testing.OnPostgres;
import com.targettoclose.testing.TestClock;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What a transaction remembers of the opportunities it holds is what the table says, then and afterwards. */
class OpportunitiesDatabaseTests {

    @Nested
    @OnH2
    class OnH2Database extends Body {}

    @Nested
    @OnPostgres
    class OnPostgresDatabase extends Body {}

    abstract static class Body {

        private static final LedgerHead HEAD = new LedgerHead(3, "mac", "seal");

        @Autowired
        Opportunities opportunities;

        @Autowired
        PlatformTransactionManager manager;

        @Autowired
        TestClock clock;

        private final String id = UUID.randomUUID().toString();
        private TransactionTemplate transaction;

        @BeforeEach
        void add() {
            transaction = new TransactionTemplate(manager);
            opportunities.add(List.of(opportunity()), Map.of());
        }

        static Stream<Arguments> changes() {
            return Stream.of(
                    change("stands in a stage", (it, id) -> it.standsIn(id, "discovery", TestClock.START)),
                    change("stands in none", (it, id) -> it.standsIn(id, null, TestClock.START)),
                    change("is won", (it, id) -> it.becomes(id, Status.WON, TestClock.TODAY)),
                    change("has other terms", (it, id) -> it.agree(id, terms())),
                    change("has another owner", (it, id) -> it.handOver(List.of(id), "otto")),
                    change("is pursued", (it, id) -> it.started(Map.of(id, new RoadmapInstance("i", "d")))),
                    change("has another newest entry", (it, id) -> it.keepLedgerHeads(Map.of(id, HEAD))));
        }

        @ParameterizedTest
        @MethodSource("changes")
        void aChangeShowsAtOnceAsItWillAfterwards(BiConsumer<Opportunities, String> change) {
            var before = opportunities.find(id).orElseThrow();
            var within = transaction.execute(tx -> {
                opportunities.lock(id);
                change.accept(opportunities, id);
                return new HeldOpportunities.Held(
                        opportunities.find(id).orElseThrow(),
                        opportunities.ledgerHeads(List.of(id)).get(id));
            });
            assertThat(within.opportunity()).isEqualTo(opportunities.find(id).orElseThrow());
            assertThat(within.head())
                    .isEqualTo(opportunities.ledgerHeads(List.of(id)).get(id));
            assertThat(within).isNotEqualTo(new HeldOpportunities.Held(before, LedgerHead.NONE));
        }

        @Test
        void whatIsAddedIsHeldWithItsNewestEntry() {
            var added = UUID.randomUUID().toString();
            transaction.executeWithoutResult(tx -> {
                opportunities.add(List.of(opportunity(added)), Map.of(added, HEAD));
                assertThat(opportunities.holds(added)).isTrue();
                assertThat(opportunities.lock(added)).isEqualTo(opportunities.find(added));
            });
            assertThat(opportunities.holds(added)).isFalse();
            assertThat(opportunities.find(added)).contains(opportunity(added));
            assertThat(opportunities.ledgerHeads(List.of(added))).containsEntry(added, HEAD);
        }

        @Test
        void whatIsNotLockedIsReadEachTime() {
            var alone = new TransactionTemplate(manager);
            alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
            transaction.executeWithoutResult(tx -> {
                assertThat(opportunities.find(id).orElseThrow().stage()).isEqualTo("target");
                alone.executeWithoutResult(other -> opportunities.standsIn(id, "discovery", TestClock.START));
                assertThat(opportunities.lock(id).orElseThrow().stage()).isEqualTo("discovery");
            });
        }

        @Test
        void aTransactionInBetweenKnowsNothingOfIt() {
            var alone = new TransactionTemplate(manager);
            alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
            transaction.executeWithoutResult(tx -> {
                opportunities.lock(id);
                opportunities.standsIn(id, "discovery", TestClock.START);
                alone.executeWithoutResult(other -> {
                    assertThat(opportunities.holds(id)).isFalse();
                    assertThat(opportunities.find(id).orElseThrow().stage()).isEqualTo("target");
                });
                assertThat(opportunities.find(id).orElseThrow().stage()).isEqualTo("discovery");
            });
        }

        @Test
        void nothingIsRememberedAfterARollback() {
            transaction.executeWithoutResult(tx -> {
                opportunities.lock(id);
                opportunities.standsIn(id, "discovery", TestClock.START);
                tx.setRollbackOnly();
            });
            transaction.executeWithoutResult(tx ->
                    assertThat(opportunities.lock(id).orElseThrow().stage()).isEqualTo("target"));
        }

        @Test
        void outsideOfATransactionNothingIsHeld() {
            assertThat(opportunities.lock(id)).isPresent();
            assertThat(opportunities.holds(id)).isFalse();
        }

        private static Arguments change(String name, BiConsumer<Opportunities, String> change) {
            return arguments(named(name, change));
        }

        private static Terms terms() {
            return new Terms(new BigDecimal("12.50"), "EUR", DealType.RENEWAL);
        }

        private Opportunity opportunity() {
            return opportunity(id);
        }

        private Opportunity opportunity(String opportunityId) {
            return new Opportunity(
                    opportunityId,
                    "Northwind Traders",
                    "table-rep",
                    new Terms(null, null, DealType.NEW_BUSINESS),
                    "target-to-close",
                    Status.OPEN,
                    "target",
                    null,
                    null,
                    LocalDate.of(2026, 3, 1),
                    null,
                    null,
                    clock.instant());
        }
    }
}
