package com.targettoclose.crmimport;

import com.targettoclose.opportunity.DealType;
import com.targettoclose.opportunity.Opportunity;
import com.targettoclose.opportunity.Opportunity.ImportedFrom;
import com.targettoclose.opportunity.Status;
import com.targettoclose.process.opening.OpenOpportunities;
import com.targettoclose.process.roadmap.Roadmap;
import java.time.Instant;

/** One import in the hands of one worker. */
record ImportWork(ImportRow row, String worker, Plan plan, Owners owners) {

    String id() {
        return row.id();
    }

    /** The roadmap that deals of a type run on. */
    Roadmap roadmap(DealType type) {
        return plan.roadmap(type);
    }

    /** The opportunity that a deal becomes; its owner becomes a user. */
    Opportunity opportunity(Deal deal, Instant now) {
        boolean open = deal.stage().status() == Status.OPEN;
        var roadmap = roadmap(deal.terms().dealType());
        return new Opportunity(
                deal.id(),
                deal.account(),
                owners.userOf(deal.ownerName()),
                deal.terms(),
                roadmap.key(),
                deal.stage().status(),
                open ? OpenOpportunities.firstStage(roadmap) : null,
                deal.product(),
                null,
                deal.openedOn(),
                deal.closedOn(),
                new ImportedFrom(id(), deal.line()),
                now);
    }
}
