package com.targettoclose.report.simulation;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is true of made-up deals.
 *
 * @param seed the same seed gives the same deals
 * @param stages the commitments of each stage up to the decision, in the roadmap's order
 * @param effects by how much holding a commitment at its gate, instead of passing on a waiver, raises the chance to win, by
 *     its id; between -1 and 1, what is not named raises it by nothing
 * @param lastDay no deal ends after it
 */
public record Simulation(long seed, Map<String, List<String>> stages, Map<String, Double> effects, LocalDate lastDay) {

    /** The shipped roadmap's commitments up to the decision. */
    public static final Map<String, List<String>> SHIPPED = shipped();

    public Simulation {
        stages = Collections.unmodifiableMap(new LinkedHashMap<>(stages));
        effects = Map.copyOf(effects);
    }

    private static Map<String, List<String>> shipped() {
        Map<String, List<String>> stages = new LinkedHashMap<>();
        stages.put("target", List.of("time"));
        stages.put("discovery", List.of("explore", "change"));
        stages.put("diagnosis", List.of("collaborate", "consensus", "invest"));
        stages.put("presentation", List.of("review", "resolve"));
        return Collections.unmodifiableMap(stages);
    }
}
