package com.targettoclose.report.facts;

import static org.assertj.core.api.Assertions.assertThat;

import com.targettoclose.conversation.Choice;
import com.targettoclose.ledger.Entry;
import com.targettoclose.ledger.History;
import com.targettoclose.opportunity.Status;
import com.targettoclose.report.figures.Cell;
import com.targettoclose.report.figures.Comparison;
import com.targettoclose.report.figures.Verdict;
import com.targettoclose.report.simulation.SimulatedDeal;
import com.targettoclose.report.simulation.SimulatedDeals;
import com.targettoclose.report.simulation.Simulation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * That the report finds an effect that was put into simulated deals, as large as it is, and none where there is none: from
 * the ledger's entries to the verdict. Every run makes other deals; the first seed is printed with what was found.
 */
class CalibrationTests {

    private static final LocalDate LAST_DAY = LocalDate.of(2026, 3, 1);
    private static final long FIRST_SEED = 7_000;
    private static final int RUNS = 1_000;
    private static final int DEALS = 400;
    private static final double EFFECT = 0.2;

    @Test
    void theIntervalCoversAKnownEffect() {
        int covered = 0;
        int coveredCrudely = 0;
        int found = 0;
        for (int run = 0; run < RUNS; run++) {
            var change = compare(run, Map.of("change", EFFECT)).get("change");
            covered += change.withinSize().interval().covers(EFFECT) ? 1 : 0;
            coveredCrudely += change.difference().covers(EFFECT) ? 1 : 0;
            found += change.verdict() == Verdict.WON_MORE_OFTEN ? 1 : 0;
        }
        System.out.printf(
                "Simulated effect of %.2f on winning, %d runs of %d deals from seed %d: covered in %.1f %%, without regard"
                        + " to size in %.1f %%, found in %.1f %%%n",
                EFFECT, RUNS, DEALS, FIRST_SEED, percent(covered), percent(coveredCrudely), percent(found));
        assertThat(percent(covered)).isBetween(93.0, 97.0);
        assertThat(percent(coveredCrudely))
                .as("size misleads whoever does not look at it")
                .isLessThan(90);
        assertThat(percent(found)).isGreaterThan(70);
    }

    @Test
    void noEffectIsSeldomCalledOne() {
        int called = 0;
        for (int run = 0; run < RUNS; run++) {
            called += compare(run, Map.of()).values().stream()
                            .anyMatch(it ->
                                    it.verdict() == Verdict.WON_MORE_OFTEN || it.verdict() == Verdict.WON_LESS_OFTEN)
                    ? 1
                    : 0;
        }
        System.out.printf(
                "No simulated effect, %d runs of %d deals from seed %d, eight commitments each: one was called in %.1f %%%n",
                RUNS, DEALS, FIRST_SEED, percent(called));
        assertThat(percent(called)).isLessThanOrEqualTo(6.6);
    }

    @Test
    void theSameSeedMakesTheSameDeals() {
        assertThat(deals(3, Map.of())).isEqualTo(deals(3, Map.of()));
        assertThat(deals(3, Map.of())).isNotEqualTo(deals(4, Map.of()));
        assertThat(deals(3, Map.of()))
                .allMatch(deal -> deal.opportunity().account().startsWith("Simulated client "));
    }

    private static double percent(int runs) {
        return 100.0 * runs / RUNS;
    }

    private static List<SimulatedDeal> deals(int run, Map<String, Double> effects) {
        return new SimulatedDeals(new Simulation(FIRST_SEED + run, Simulation.SHIPPED, effects, LAST_DAY)).next(DEALS);
    }

    private static Map<String, Comparison> compare(int run, Map<String, Double> effects) {
        var cells = deals(run, effects).stream()
                .map(CalibrationTests::items)
                .flatMap(Collection::stream)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .entrySet()
                .stream()
                .map(same -> new Cell(
                        same.getKey().key(),
                        same.getKey().group(),
                        same.getKey().sizeBand(),
                        same.getKey().status(),
                        same.getValue()))
                .toList();
        return Comparison.of(cells, Set.of("timely", "afterwards"), Set.of("waived")).stream()
                .collect(Collectors.toMap(Comparison::key, Function.identity()));
    }

    private static List<Cell> items(SimulatedDeal deal) {
        var it = deal.opportunity();
        List<Entry> entries = new ArrayList<>();
        deal.entries()
                .forEach(draft -> entries.add(
                        new Entry(it.id(), entries.size() + 1, draft, it.owner(), it.createdAt(), null, null, "")));
        return ReadDeal.of(it, 1, new History(entries)).items().stream()
                .map(item -> new Cell(
                        item.item(),
                        item.atGate(),
                        item.sizeBand(),
                        Choice.of(Status.class, item.status()).orElseThrow(),
                        1))
                .toList();
    }
}
