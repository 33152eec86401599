package com.targettoclose.edition.difference;

import com.targettoclose.opportunity.DealType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Every kind of deal that can be told apart: a type, and a step of the deal value. */
record Deals(Values values) {

    /** A kind of deal. */
    record Deal(DealType type, int step) {}

    Stream<Deal> all() {
        return Stream.of(DealType.values())
                .flatMap(type -> IntStream.range(0, values.steps().size()).mapToObj(step -> new Deal(type, step)));
    }

    double value(Deal deal) {
        return values.steps().get(deal.step());
    }

    /** {@code : new business below 10,000}, to be put behind a sentence; empty for all of the deals that it could be about. */
    String suffix(Set<Deal> deals, Set<Deal> outOf) {
        return deals.containsAll(outOf) ? "" : ": " + words(deals);
    }

    Set<Deal> everyDeal() {
        return all().collect(Collectors.toCollection(HashSet::new));
    }

    private String words(Collection<Deal> deals) {
        Map<DealType, Set<Integer>> steps = new EnumMap<>(DealType.class);
        deals.forEach(deal ->
                steps.computeIfAbsent(deal.type(), type -> new TreeSet<>()).add(deal.step()));
        var alike = Set.copyOf(steps.values()).size() == 1 && steps.size() == DealType.values().length;
        if (alike) {
            return of("deals", steps.values().iterator().next());
        }
        List<String> words = new ArrayList<>();
        steps.forEach((type, some) -> words.add(of(Words.deals(type), some)));
        return Words.joined(words);
    }

    private String of(String whose, Set<Integer> steps) {
        return Words.joined(values.words(steps).stream()
                .map(range -> (whose + " " + range).strip())
                .toList());
    }
}
