package com.targettoclose.report.facts;

import static org.assertj.core.api.Assertions.assertThat;

import com.targettoclose.ledger.Draft;
import com.targettoclose.ledger.EntryKind;
import com.targettoclose.ledger.Ledger;
import com.targettoclose.opportunity.Opportunities;
import com.targettoclose.opportunity.Status;
import com.targettoclose.opportunity.Unreported;
import com.targettoclose.report.simulation.SimulatedDeal;
import com.targettoclose.report.simulation.SimulatedDeals;
import com.targettoclose.report.simulation.Simulation;
import com.targettoclose.testing.Deals;
import com.targettoclose.testing.OnH2;
import com.targettoclose.testing.OnPostgres;
import com.targettoclose.testing.TestClock;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** That the read models follow the ledger, cost what is new, and say what a rebuild says. */
class ReadModelsDatabaseTests {

    private static final int ALL = 100_000;
    private static final List<String> TABLES = List.of("t2c_report_deal", "t2c_report_gate", "t2c_report_item");

    @Nested
    @OnH2
    class OnH2Database extends Body {}

    @Nested
    @OnPostgres
    class OnPostgresDatabase extends Body {}

    abstract static class Body {

        @Autowired
        KeepFacts facts;

        @Autowired
        Unreported unreported;

        @Autowired
        Deals deals;

        @Autowired
        Ledger ledger;

        @Autowired
        Opportunities opportunities;

        @Autowired
        TransactionTemplate transactions;

        @Autowired
        JdbcTemplate jdbc;

        @Test
        void aDealIsReadAsItGoes() {
            var deal = deals.open();
            facts.catchUp(ALL);
            assertThat(row(deal.id())).containsEntry("status", "open").containsEntry("size_band", "medium");
            deal.reach("diagnosis");
            facts.catchUp(ALL);
            assertThat(gates(deal.id()))
                    .containsEntry("target", "met")
                    .containsEntry("discovery", "met")
                    .containsEntry("diagnosis", null);
            deal.win();
            facts.catchUp(ALL);
            assertThat(row(deal.id())).containsEntry("status", "won").containsEntry("adherence_band", "high");
            assertThat(gates(deal.id())).containsEntry("negotiation", "met");
        }

        @Test
        void onlyWhatIsNewIsRead() {
            var quiet = deals.open();
            var talking = deals.open();
            facts.catchUp(ALL);
            assertThat(facts.catchUp(ALL)).isZero();
            talking.gain(talking.openConversations().get(0));
            assertThat(unreported.some(ALL)).containsOnlyKeys(talking.id()).doesNotContainKey(quiet.id());
            assertThat(facts.catchUp(ALL)).isEqualTo(1);
        }

        @Test
        void whatIsWrittenWhileALedgerIsReadIsReadNext() {
            var deal = deals.open();
            var seen = unreported.some(ALL);
            append(deal.id());
            unreported.readUpTo(Map.of(deal.id(), seen.get(deal.id())));
            assertThat(unreported.some(ALL)).containsKey(deal.id());
        }

        @Test
        void twoNodesAtOnceFeedWhatOneWould() {
            simulate(41, 300);
            var other = CompletableFuture.supplyAsync(() -> facts.catchUp(ALL));
            int here = facts.catchUp(ALL);
            assertThat(here + other.join()).isGreaterThanOrEqualTo(300);
            assertThat(unreported.count()).isZero();
            assertThat(jdbc.queryForObject(
                            "select count(*) from t2c_report_deal where opportunity_id like 'SIM-41-%'", Long.class))
                    .isEqualTo(300);
        }

        @Test
        void aRebuildSaysTheSame() {
            simulate(42, 50);
            var deal = deals.open();
            facts.catchUp(ALL);
            deal.reach("discovery");
            facts.catchUp(ALL);
            deal.notYet("UserTask_EstablishWhyChangeWhyNow", "change");
            append(deal.id());
            transactions.executeWithoutResult(status -> {
                opportunities.lock(deal.id());
                opportunities.becomes(deal.id(), Status.LOST, TestClock.TODAY);
                ledger.append(deal.id(), List.of(Draft.of(EntryKind.CLOSED).detail(Map.of("as", "lost"))), "rita");
            });
            facts.catchUp(ALL);
            var fed = dump();
            facts.rebuild();
            assertThat(dump().values()).allSatisfy(rows -> assertThat(rows).isEmpty());
            facts.catchUp(ALL);
            assertThat(dump()).isEqualTo(fed);
            assertThat(fed.values()).allSatisfy(rows -> assertThat(rows).isNotEmpty());
        }

        @Test
        void talliesSayWhatTheFactsSay() {
            simulate(43, 200);
            var deal = deals.open();
            facts.catchUp(ALL);
            deal.reach("diagnosis");
            facts.catchUp(ALL);
            talliesAreRight();
            deal.gain(deal.openConversations().get(0));
            facts.catchUp(ALL);
            deal.win();
            facts.catchUp(ALL);
            talliesAreRight();
            jdbc.update("update t2c_opportunity set reported_entries = 0 where id = ?", deal.id());
            facts.catchUp(ALL);
            talliesAreRight();
        }

        private void talliesAreRight() {
            for (var tally : Tally.values()) {
                var kept = rows("select " + tally.columns() + " from " + tally.table());
                assertThat(kept).as(tally.name()).isNotEmpty().isEqualTo(rows(Recount.of(tally)));
            }
        }

        @Test
        void aNewerVersionsFactsAreLeftAlone() {
            var deal = deals.open();
            int version = jdbc.queryForObject("select model_version from t2c_report_feed", Integer.class);
            jdbc.update("update t2c_report_feed set model_version = ?", 1_000);
            assertThat(facts.catchUp(ALL)).isZero();
            facts.renew();
            assertThat(jdbc.queryForObject("select model_version from t2c_report_feed", Integer.class))
                    .isEqualTo(1_000);
            jdbc.update("update t2c_report_feed set model_version = ?", version);
            assertThat(unreported.some(ALL)).containsKey(deal.id());
            facts.catchUp(ALL);
            assertThat(unreported.some(ALL)).doesNotContainKey(deal.id());
        }

        @Test
        void anotherVersionOfTheFactsIsBuiltAnew() {
            deals.open();
            facts.catchUp(ALL);
            facts.renew();
            facts.catchUp(ALL);
            assertThat(facts.catchUp(ALL)).isZero();
            facts.renew();
            assertThat(unreported.count()).as("the same version: nothing to do").isZero();
            jdbc.update("update t2c_report_feed set model_version = 0");
            facts.renew();
            assertThat(unreported.count()).isPositive();
            facts.catchUp(ALL);
        }

        private void append(String id) {
            transactions.executeWithoutResult(status -> {
                opportunities.lock(id);
                ledger.append(id, List.of(Draft.of(EntryKind.WITHDRAWN).item("time")), "rita");
            });
        }

        private void simulate(long seed, int count) {
            var made =
                    new SimulatedDeals(new Simulation(seed, Simulation.SHIPPED, Map.of(), TestClock.TODAY)).next(count);
            transactions.executeWithoutResult(status -> ledger.open(
                    made.stream().map(SimulatedDeal::opportunity).toList(),
                    made.stream()
                            .collect(Collectors.toMap(it -> it.opportunity().id(), SimulatedDeal::entries)),
                    SimulatedDeals.BY));
        }

        private Map<String, Object> row(String id) {
            return jdbc.queryForMap("select * from t2c_report_deal where opportunity_id = ?", id);
        }

        private Map<String, String> gates(String id) {
            Map<String, String> gates = new HashMap<>();
            jdbc.query(
                    "select stage, passage from t2c_report_gate where opportunity_id = ?",
                    row -> {
                        gates.put(row.getString("stage"), row.getString("passage"));
                    },
                    id);
            return gates;
        }

        private Map<String, List<String>> dump() {
            Map<String, List<String>> dump = new LinkedHashMap<>();
            Stream.concat(TABLES.stream(), Stream.of(Tally.values()).map(Tally::table))
                    .forEach(table -> dump.put(table, rows("select * from " + table)));
            return dump;
        }

        private List<String> rows(String sql) {
            return jdbc
                    .query(
                            sql,
                            (row, n) -> IntStream.rangeClosed(
                                            1, row.getMetaData().getColumnCount())
                                    .mapToObj(column -> text(row, column))
                                    .collect(Collectors.joining("|")))
                    .stream()
                    .sorted()
                    .toList();
        }

        private static String text(ResultSet row, int column) {
            try {
                var value = row.getObject(column);
                return value instanceof Number
                        ? row.getBigDecimal(column)
                                .setScale(2, RoundingMode.UNNECESSARY)
                                .toPlainString()
                        : String.valueOf(value);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
