package com.targettoclose.export;

import com.targettoclose.ledger.Entry;
import com.targettoclose.opportunity.Opportunity;
import com.targettoclose.report.facts.SizeBand;
import com.targettoclose.report.simulation.SimulatedDeals;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What happened to one deal, in its order.
 *
 * @param id the opportunity's
 * @param attributes what kind of deal it is, by name; the client's name is none of them
 * @param simulated whether it is made up
 */
record Trace(String id, Map<String, String> attributes, boolean simulated, List<Event> events) {

    /** The names of the attributes. */
    static final String[] ATTRIBUTES = {"roadmap", "dealType", "sizeBand", "status"};

    static Trace of(Opportunity deal, List<Entry> entries, List<Entry> shown) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("roadmap", deal.roadmap());
        attributes.put("dealType", deal.terms().dealType().value());
        attributes.put("sizeBand", SizeBand.of(deal.terms().value()).value());
        attributes.put("status", deal.status().value());
        boolean simulated = entries.stream()
                .findFirst()
                .filter(it -> it.recordedBy().equals(SimulatedDeals.BY))
                .isPresent();
        return new Trace(
                deal.id(), attributes, simulated, shown.stream().map(Event::of).toList());
    }
}
