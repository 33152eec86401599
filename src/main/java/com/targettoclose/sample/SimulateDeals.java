package com.targettoclose.sample;

import com.targettoclose.ledger.Ledger;
import com.targettoclose.opportunity.Opportunities;
import com.targettoclose.process.OneNodeAtATime;
import com.targettoclose.report.simulation.SimulatedDeal;
import com.targettoclose.report.simulation.SimulatedDeals;
import com.targettoclose.report.simulation.Simulation;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Adds simulated deals to the sample, once, where they are asked for. Their clients, owners and ids say what they are. */
@Component
@Profile("sample")
@Order(2)
class SimulateDeals implements ApplicationRunner {

    private static final long SEED = 1;
    private static final int BATCH = 500;
    private static final Map<String, Double> EFFECTS = Map.of("change", 0.2, "consensus", 0.1);

    private final SampleSettings settings;
    private final Opportunities opportunities;
    private final Ledger ledger;
    private final OneNodeAtATime oneNode;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SimulateDeals(
            SampleSettings settings,
            Opportunities opportunities,
            Ledger ledger,
            OneNodeAtATime oneNode,
            TransactionTemplate transaction,
            Clock clock) {
        this.settings = settings;
        this.opportunities = opportunities;
        this.ledger = ledger;
        this.oneNode = oneNode;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        oneNode.run(this::simulate);
    }

    private void simulate() {
        if (opportunities.find(SimulatedDeals.PREFIX + SEED + "-1").isPresent()) {
            return;
        }
        var deals = new SimulatedDeals(new Simulation(SEED, Simulation.SHIPPED, EFFECTS, LocalDate.now(clock)));
        for (int left = settings.simulatedDeals(); left > 0; left -= BATCH) {
            var some = deals.next(Math.min(left, BATCH));
            transaction.executeWithoutResult(status -> write(some));
        }
    }

    private void write(List<SimulatedDeal> deals) {
        ledger.open(
                deals.stream().map(SimulatedDeal::opportunity).toList(),
                deals.stream().collect(Collectors.toMap(it -> it.opportunity().id(), SimulatedDeal::entries)),
                SimulatedDeals.BY);
    }
}
