package com.targettoclose.report.simulation;

import com.targettoclose.ledger.Draft;
import com.targettoclose.opportunity.Opportunity;
import java.util.List;

/** A made-up deal that has ended, and the entries of its ledger. */
public record SimulatedDeal(Opportunity opportunity, List<Draft> entries) {

    public SimulatedDeal {
        entries = List.copyOf(entries);
    }
}
