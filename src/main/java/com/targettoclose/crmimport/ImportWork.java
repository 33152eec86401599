package com.targettoclose.crmimport;

import com.targettoclose.opportunity.Opportunity;
import com.targettoclose.opportunity.Opportunity.ImportedFrom;
import com.targettoclose.opportunity.Status;
import com.targettoclose.process.OpenOpportunities;
import java.time.Instant;

/** One import in the hands of one worker. */
record ImportWork(ImportRow row, String worker, Plan plan, Owners owners) {

    String id() {
        return row.id();
    }

    /** The opportunity that a deal becomes; its owner becomes a user. */
    Opportunity opportunity(Deal deal, Instant now) {
        boolean open = deal.stage().status() == Status.OPEN;
        return new Opportunity(
                deal.id(),
                deal.account(),
                owners.userOf(deal.ownerName()),
                deal.terms(),
                plan.roadmap().key(),
                deal.stage().status(),
                open ? OpenOpportunities.firstStage(plan.roadmap()) : null,
                deal.product(),
                null,
                deal.openedOn(),
                deal.closedOn(),
                new ImportedFrom(id(), deal.line()),
                now);
    }
}
