package com.targettoclose.report.facts;

import com.targettoclose.gate.MetBy;
import com.targettoclose.gate.Passage;
import com.targettoclose.ledger.History;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what a deal's gates first decided. */
final class ReadGates {

    private final Map<String, Gate> gates;
    private final DealFact deal;

    private ReadGates(DealFact deal, Map<String, Gate> gates) {
        this.deal = deal;
        this.gates = gates;
    }

    static ReadGates of(DealFact deal, History history) {
        Map<String, Gate> gates = new LinkedHashMap<>();
        for (var entry : history.entries()) {
            Passage.of(entry).ifPresent(passage -> {
                var day = Heard.recordedOn(entry);
                var gate = gates.computeIfAbsent(passage.stage(), any -> new Gate(day));
                if (passage.passed() && gate.passedOn == null) {
                    gate.passedOn = day;
                    gate.met = passage.met();
                }
            });
        }
        return new ReadGates(deal, gates);
    }

    List<GateFact> facts() {
        return gates.entrySet().stream()
                .map(gate -> gate(gate.getKey(), gate.getValue()))
                .toList();
    }

    /** The first gate on the way that let the deal through with an item, or without. */
    Optional<String> stageOf(String item) {
        return gates.entrySet().stream()
                .filter(gate -> gate.getValue().met.containsKey(item))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** What met an item there. */
    Optional<MetBy> metBy(String item) {
        return stageOf(item).map(gates::get).map(gate -> gate.met.get(item));
    }

    /** A gate's first decision, and the first that let the deal through. */
    private static final class Gate {

        private final LocalDate enteredOn;
        private @Nullable LocalDate passedOn;
        private Map<String, MetBy> met = Map.of();

        private Gate(LocalDate enteredOn) {
            this.enteredOn = enteredOn;
        }
    }

    private GateFact gate(String stage, Gate gate) {
        var passedOn = gate.passedOn;
        return new GateFact(
                deal.opportunityId(),
                stage,
                deal.owner(),
                deal.roadmap(),
                deal.edition(),
                deal.dealType(),
                deal.sizeBand(),
                deal.status(),
                deal.openedOn(),
                deal.closedOn(),
                gate.enteredOn,
                passedOn,
                passedOn == null ? null : Math.toIntExact(ChronoUnit.DAYS.between(gate.enteredOn, passedOn)),
                passedOn == null ? null : passage(gate),
                gate.met.size(),
                Heard.count(gate.met.values(), MetBy.TIMELY::equals),
                Heard.count(gate.met.values(), MetBy.WAIVED::equals));
    }

    private static String passage(Gate gate) {
        if (gate.met.containsValue(MetBy.WAIVED)) {
            return "waived";
        }
        return gate.met.containsValue(MetBy.IMPORTED) ? "imported" : "met";
    }
}
