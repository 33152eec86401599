package com.targettoclose.edition.difference;

import com.targettoclose.edition.difference.Deals.Deal;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Everything that stages require, each for the deals of which they require it. */
record Needs(Map<Need, Map<Deal, Demand>> all) {

    /** An item that a stage requires. */
    record Need(String stage, String item) implements Comparable<Need> {

        private static final Comparator<Need> ORDER =
                Comparator.comparing(Need::stage).thenComparing(Need::item);

        @Override
        public int compareTo(Need other) {
            return ORDER.compare(this, other);
        }
    }

    static Needs ask(Required required, Collection<String> stages, Deals deals) {
        Map<Need, Map<Deal, Demand>> needs = new TreeMap<>();
        for (var stage : stages) {
            deals.all()
                    .forEach(deal -> required.of(stage, deal.type(), deals.value(deal))
                            .forEach((item, demand) -> needs.computeIfAbsent(
                                            new Need(stage, item), it -> new LinkedHashMap<>())
                                    .put(deal, demand)));
        }
        return new Needs(needs);
    }

    Map<Deal, Demand> of(Need need) {
        return all.getOrDefault(need, Map.of());
    }

    boolean has(Need need, Deal deal) {
        return of(need).containsKey(deal);
    }
}
