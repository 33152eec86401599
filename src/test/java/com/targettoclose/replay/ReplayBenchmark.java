package com.targettoclose.replay;

import com.targettoclose.ledger.Ledger;
import com.targettoclose.process.roadmap.Roadmaps;
import com.targettoclose.report.simulation.SimulatedDeal;
import com.targettoclose.report.simulation.SimulatedDeals;
import com.targettoclose.report.simulation.Simulation;
import com.targettoclose.testing.OnPostgres;
import com.targettoclose.testing.TestClock;
import com.targettoclose.verifier.Edit;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a what-if costs over many deals, every third of them open. Their ledgers are simulated, entry by entry; the roadmap that
 * they run on is the one in force. Setting: {@code -Dt2c.benchmark.replayed=100000}.
 */
@Tag("benchmark")
@OnPostgres
@DirtiesContext
class ReplayBenchmark {

    private static final int DEALS = Integer.getInteger("t2c.benchmark.replayed", 100_000);
    private static final int AT_ONCE = 1_000;
    private static final int TIMES = 3;
    private static final String TABLE = "exit-criteria.dmn";
    private static final String CELL = "<inputEntry id=\"Rule_AgendaAgreed_DealValue\">\n          <text>";

    @Autowired
    Ledger ledger;

    @Autowired
    Roadmaps roadmaps;

    @Autowired
    Replays replays;

    @Autowired
    ReplayWorker worker;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void manyDeals() {
        fill();
        System.out.printf(
                "%n%s, Java %s, %d processors: %,d deals, %,d entries%n",
                jdbc.queryForObject("select version()", String.class),
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                DEALS,
                jdbc.queryForObject("select count(*) from t2c_ledger_entry", Long.class));
        var table =
                new Edit().replace(TABLE, CELL + "&gt;= 10000", CELL).files().get(TABLE);
        for (int n = 0; n < TIMES; n++) {
            var asked = (Replays.Result.Received)
                    replays.ask(Map.of(TABLE, table.getBytes(StandardCharsets.UTF_8)), "benchmark");
            long before = System.nanoTime();
            worker.work(() -> true);
            double seconds = (System.nanoTime() - before) / 1e9;
            var view = replays.find(asked.view().id()).orElseThrow();
            System.out.printf("%.1f s, %,.0f deals a second. %s%n", seconds, DEALS / seconds, view.message());
        }
    }

    private void fill() {
        var simulated = new SimulatedDeals(
                new Simulation(90, Simulation.SHIPPED, Map.of("change", 0.25), TestClock.TODAY.minusDays(1)));
        for (int made = 0; made < DEALS; made += AT_ONCE) {
            var deals = simulated.next(AT_ONCE);
            transactions.executeWithoutResult(status -> ledger.open(
                    deals.stream().map(SimulatedDeal::opportunity).toList(),
                    deals.stream()
                            .collect(Collectors.toMap(it -> it.opportunity().id(), SimulatedDeal::entries)),
                    SimulatedDeals.BY));
        }
        var definition = roadmaps.inForce("target-to-close").orElseThrow().definitionId();
        jdbc.update("update t2c_opportunity set process_instance_id = id, process_definition_id = ?", definition);
        jdbc.update("update t2c_opportunity set status = 'open', stage = 'presentation', closed_on = null"
                + " where abs(hashtext(id)) % 3 = 0");
        jdbc.execute("vacuum analyze t2c_opportunity");
        jdbc.execute("vacuum analyze t2c_ledger_entry");
    }
}
