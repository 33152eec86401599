package com.targettoclose.report.simulation;

import com.targettoclose.gate.GateDecision;
import com.targettoclose.gate.MetBy;
import com.targettoclose.ledger.Draft;
import com.targettoclose.ledger.EntryKind;
import com.targettoclose.ledger.Provenance;
import com.targettoclose.opportunity.DealType;
import com.targettoclose.opportunity.Opportunity;
import com.targettoclose.opportunity.Status;
import com.targettoclose.opportunity.Terms;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Makes deals up. Large deals are won less often and skip less: who compares without regard to size is misled, as in real
 * life. Within a size, a commitment's effect is a difference in the chance to win, the same for all.
 */
public final class SimulatedDeals {

    /** What ids begin with. */
    public static final String PREFIX = "SIM-";

    /** Who writes their ledgers, and what tells them from deals that are real. */
    public static final String BY = "simulation";

    private static final double NO_DECISION = 0.15;
    private static final int OWNERS = 6;
    private static final int DAYS = 700;
    private static final int LONGEST_STAGE = 21;
    private static final int[] VALUES = {4_000, 40_000, 250_000};
    private static final double[] SHARES = {0.3, 0.75, 1};
    private static final double[] BASES = {0.5, 0.4, 0.25};
    private static final double[] HELD = {0.55, 0.7, 0.85};

    private final Simulation truth;
    private final Random random;
    private int number;

    public SimulatedDeals(Simulation truth) {
        this.truth = truth;
        this.random = new Random(truth.seed());
    }

    /** So many more. */
    public List<SimulatedDeal> next(int count) {
        List<SimulatedDeal> deals = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            deals.add(next());
        }
        return deals;
    }

    private SimulatedDeal next() {
        number++;
        int band = band(random.nextDouble());
        var opened = truth.lastDay().minusDays(DAYS).plusDays(random.nextInt(DAYS / 2));
        List<Draft> entries = new ArrayList<>();
        entries.add(Draft.of(EntryKind.OPENED).occurredOn(opened));
        double chance = BASES[band];
        var day = opened;
        for (var stage : truth.stages().entrySet()) {
            day = day.plusDays(1 + random.nextInt(LONGEST_STAGE));
            chance += pass(stage.getKey(), stage.getValue(), HELD[band], day, entries);
        }
        day = day.plusDays(1 + random.nextInt(LONGEST_STAGE));
        var status = ended(chance);
        entries.add(
                Draft.of(EntryKind.CLOSED).detail(Map.of("as", status.value())).occurredOn(day));
        return new SimulatedDeal(opportunity(band, status, opened, day), entries);
    }

    /** Lets a deal pass a gate and says what its commitments add to its chance. */
    private double pass(String stage, List<String> items, double held, LocalDate day, List<Draft> entries) {
        Map<String, MetBy> met = new LinkedHashMap<>();
        double gained = 0;
        for (var item : items) {
            boolean holds = random.nextDouble() < held;
            if (holds) {
                gained += truth.effects().getOrDefault(item, 0.0);
                entries.add(Draft.of(EntryKind.GAINED)
                        .item(item)
                        .provenance(Provenance.TIMELY)
                        .occurredOn(day)
                        .from(new Draft.Origin("simulated-" + stage, PREFIX + number + "-" + item, null, null)));
            } else {
                entries.add(Draft.of(EntryKind.NOT_YET)
                        .item(item)
                        .provenance(Provenance.TIMELY)
                        .occurredOn(day));
                entries.add(Draft.of(EntryKind.WAIVED)
                        .item(item)
                        .detail(Map.of("until", day.plusYears(1).toString()))
                        .occurredOn(day));
            }
            met.put(item, holds ? MetBy.TIMELY : MetBy.WAIVED);
        }
        entries.add(Draft.of(EntryKind.GATE).detail(new GateDecision(stage, met, List.of()).detail()));
        return gained;
    }

    private Status ended(double chance) {
        boolean decided = random.nextDouble() >= NO_DECISION;
        boolean won = random.nextDouble() < chance;
        if (!decided) {
            return Status.NO_DECISION;
        }
        return won ? Status.WON : Status.LOST;
    }

    private static int band(double chance) {
        int band = 0;
        while (chance >= SHARES[band]) {
            band++;
        }
        return band;
    }

    private Opportunity opportunity(int band, Status status, LocalDate opened, LocalDate closed) {
        return new Opportunity(
                PREFIX + truth.seed() + "-" + number,
                "Simulated client " + number,
                "simulated." + truth.seed() + "." + (1 + random.nextInt(OWNERS)),
                new Terms(BigDecimal.valueOf(VALUES[band]).setScale(2), "USD", DealType.NEW_BUSINESS),
                "target-to-close",
                status,
                null,
                null,
                null,
                opened,
                closed,
                null,
                opened.atStartOfDay().toInstant(ZoneOffset.UTC));
    }
}
