package com.targettoclose.process.changes;

import com.targettoclose.conversation.FieldReader;
import com.targettoclose.conversation.RawSetback;
import com.targettoclose.conversation.Refusal;
import com.targettoclose.conversation.Setback;
import com.targettoclose.conversation.SetbackPolicy;
import com.targettoclose.ledger.Draft;
import com.targettoclose.ledger.EntryKind;
import com.targettoclose.ledger.Ledger;
import com.targettoclose.opportunity.Opportunities;
import com.targettoclose.opportunity.Opportunity;
import com.targettoclose.opportunity.Status;
import com.targettoclose.process.Refusals;
import com.targettoclose.process.roadmap.Roadmap;
import com.targettoclose.process.roadmap.Roadmaps;
import com.targettoclose.process.stage.WhatFollows;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes down that the client took something back; the opportunity stops where that is owed. */
@Service
public class ReportSetback {

    private final Opportunities opportunities;
    private final Roadmaps roadmaps;
    private final Ledger ledger;
    private final WhatFollows whatFollows;
    private final Clock clock;

    ReportSetback(Opportunities opportunities, Roadmaps roadmaps, Ledger ledger, WhatFollows whatFollows, Clock clock) {
        this.opportunities = opportunities;
        this.roadmaps = roadmaps;
        this.ledger = ledger;
        this.whatFollows = whatFollows;
        this.clock = clock;
    }

    /**
     * Reports a setback. What is still held is not asked again. A win stands unless it is the decision itself that was
     * taken back.
     *
     * @return why not, every fault included; empty where it was written down
     */
    @Transactional
    public Optional<Refusal> report(String opportunityId, RawSetback raw, String who) {
        var found = opportunities.lock(opportunityId);
        if (found.isEmpty()) {
            return Optional.of(Refusals.noOpportunity(opportunityId));
        }
        var opportunity = found.get();
        if (!opportunity.open() && !opportunity.inExecution()) {
            return Optional.of(
                    Refusals.ended(opportunity, "Nothing is left to take back. Reopen it first if it goes on."));
        }
        var roadmap = roadmaps.of(opportunity);
        var fields = new FieldReader();
        var held = ledger.history(opportunityId).gained();
        var setback = SetbackPolicy.examine(raw, roadmap.items(), held, LocalDate.now(clock), fields);
        if (setback == null) {
            return Optional.of(Refusal.invalid(fields.faults()));
        }
        write(opportunity, setback, roadmap, who);
        return Optional.empty();
    }

    private void write(Opportunity opportunity, Setback setback, Roadmap roadmap, String who) {
        var owedBefore = whatFollows.owed(opportunity).owedItems();
        var item = setback.item().id();
        var entry = Draft.of(EntryKind.WITHDRAWN)
                .item(item)
                .said(setback.contact(), setback.words())
                .occurredOn(setback.occurredOn());
        ledger.append(opportunity.id(), List.of(entry), who);
        if (opportunity.inExecution() && roadmap.roadToWin().decisions().contains(item)) {
            opportunities.becomes(opportunity.id(), Status.OPEN, null);
        }
        whatFollows.afterChange(opportunity.id(), owedBefore, who);
    }
}
