package com.targettoclose.process.changes;

import com.targettoclose.conversation.EvidencePolicy;
import com.targettoclose.conversation.FaultCode;
import com.targettoclose.conversation.FieldReader;
import com.targettoclose.conversation.Refusal;
import com.targettoclose.ledger.Draft;
import com.targettoclose.ledger.EntryKind;
import com.targettoclose.ledger.Ledger;
import com.targettoclose.opportunity.Opportunities;
import com.targettoclose.opportunity.Opportunity;
import com.targettoclose.opportunity.Terms;
import com.targettoclose.process.Refusals;
import com.targettoclose.process.opening.RawTerms;
import com.targettoclose.process.roadmap.Roadmaps;
import com.targettoclose.process.stage.WhatFollows;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes what a deal is worth or of what type it is; its gates ask anew what the new terms ask for. */
@Service
public class ChangeTerms {

    private final Opportunities opportunities;
    private final Ledger ledger;
    private final Roadmaps roadmaps;
    private final WhatFollows whatFollows;
    private final Clock clock;

    ChangeTerms(Opportunities opportunities, Ledger ledger, Roadmaps roadmaps, WhatFollows whatFollows, Clock clock) {
        this.opportunities = opportunities;
        this.ledger = ledger;
        this.roadmaps = roadmaps;
        this.whatFollows = whatFollows;
        this.clock = clock;
    }

    /** Terms as they were sent: a part that is null stays as it is. */
    public record Change(
            @Nullable String value,
            @Nullable String currency,
            @Nullable String dealType,
            @Nullable String words) {}

    /**
     * Changes the terms. Where they ask for more than the ledger holds, the opportunity goes back to the map; where they
     * ask for less, conversations that became moot close.
     *
     * @return why not, every fault included; empty where they were changed
     */
    @Transactional
    public Optional<Refusal> change(String opportunityId, Change change, String who) {
        var found = opportunities.lock(opportunityId);
        if (found.isEmpty()) {
            return Optional.of(Refusals.noOpportunity(opportunityId));
        }
        var before = found.get();
        if (!before.open()) {
            return Optional.of(Refusals.ended(before, "Its terms stay as they are."));
        }
        var fields = new FieldReader();
        var words = fields.text("words", change.words(), EvidencePolicy.MAX_WORDS);
        var terms = merged(before.terms(), change, fields);
        if (terms != null && !roadmaps.of(before).takes(terms.dealType())) {
            fields.fault(
                    "dealType", FaultCode.NOT_ON_THIS_ROADMAP, terms.dealType().value(), before.roadmap());
        }
        if (!fields.faults().isEmpty() || terms == null) {
            return Optional.of(Refusal.invalid(fields.faults()));
        }
        if (!terms.equals(before.terms())) {
            agree(before, terms, words, who);
        }
        return Optional.empty();
    }

    private void agree(Opportunity before, Terms terms, @Nullable String words, String who) {
        var entry = Draft.of(EntryKind.TERMS)
                .detail(RawTerms.detail(terms))
                .said(null, words)
                .occurredOn(LocalDate.now(clock));
        var owedBefore = whatFollows.owed(before).owedItems();
        ledger.append(before.id(), List.of(entry), who);
        opportunities.agree(before.id(), terms);
        whatFollows.afterChange(before.id(), owedBefore, who);
    }

    private static @Nullable Terms merged(Terms before, Change change, FieldReader fields) {
        var value = before.value() == null ? null : before.value().toPlainString();
        return RawTerms.read(
                fields,
                orElse(change.value(), value),
                orElse(change.currency(), before.currency()),
                orElse(change.dealType(), before.dealType().value()));
    }

    private static @Nullable String orElse(@Nullable String sent, @Nullable String before) {
        return sent == null || sent.isBlank() ? before : sent;
    }
}
