package com.targettoclose.process.changes;

import com.targettoclose.conversation.EvidencePolicy;
import com.targettoclose.conversation.FaultCode;
import com.targettoclose.conversation.FieldReader;
import com.targettoclose.conversation.Item;
import com.targettoclose.conversation.Refusal;
import com.targettoclose.ledger.Draft;
import com.targettoclose.ledger.EntryKind;
import com.targettoclose.ledger.History;
import com.targettoclose.ledger.Holding;
import com.targettoclose.ledger.Ledger;
import com.targettoclose.opportunity.Opportunities;
import com.targettoclose.opportunity.Opportunity;
import com.targettoclose.opportunity.Status;
import com.targettoclose.process.Refusals;
import com.targettoclose.process.people.Actor;
import com.targettoclose.process.roadmap.Roadmaps;
import com.targettoclose.process.stage.WhatFollows;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Verifies what was recorded of a deal: somebody other than its owner has checked it. */
@Service
public class VerifyItems {

    private final Opportunities opportunities;
    private final Roadmaps roadmaps;
    private final Ledger ledger;
    private final WhatFollows whatFollows;
    private final Clock clock;

    VerifyItems(Opportunities opportunities, Roadmaps roadmaps, Ledger ledger, WhatFollows whatFollows, Clock clock) {
        this.opportunities = opportunities;
        this.roadmaps = roadmaps;
        this.ledger = ledger;
        this.whatFollows = whatFollows;
        this.clock = clock;
    }

    /**
     * A check as it was sent.
     *
     * @param items ids of what was checked
     * @param words how it was checked
     */
    public record RawCheck(List<String> items, @Nullable String words) {

        public RawCheck {
            items = List.copyOf(items);
        }
    }

    /**
     * Verifies. Conversations that were open only for want of it close, and the gate looks again.
     *
     * @return why not, every fault included; empty where it is verified
     */
    @Transactional
    public Optional<Refusal> verify(String opportunityId, RawCheck raw, Actor who) {
        var found = opportunities.lock(opportunityId);
        if (found.isEmpty()) {
            return Optional.of(Refusals.noOpportunity(opportunityId));
        }
        var opportunity = found.get();
        var barred = barred(opportunity, who);
        if (barred != null) {
            return Optional.of(barred);
        }
        var fields = new FieldReader();
        var holdings = ledger.history(opportunityId).holdings();
        var checked = checked(raw, roadmaps.of(opportunity).items(), holdings, fields);
        var words = fields.requiredText("words", raw.words(), EvidencePolicy.MAX_WORDS);
        if (words == null || !fields.faults().isEmpty()) {
            return Optional.of(Refusal.invalid(fields.faults()));
        }
        var drafts = checked.stream()
                .map(held -> Draft.of(EntryKind.VERIFIED)
                        .item(held.item())
                        .detail(Map.of(History.ABOUT, held.number()))
                        .said(null, words)
                        .occurredOn(LocalDate.now(clock)))
                .toList();
        ledger.append(opportunityId, drafts, who.userId());
        whatFollows.afterVerifying(opportunityId, who.userId());
        return Optional.empty();
    }

    private static @Nullable Refusal barred(Opportunity opportunity, Actor who) {
        if (who.userId().equals(opportunity.owner())) {
            return Refusal.forbidden(
                    "This is your own deal. Somebody else checks it, or the client confirms it by a recap.");
        }
        if (!who.actsFor(opportunity.owner())) {
            return Refusal.forbidden(
                    "The manager of the deal's owner checks this, or a sales leader. Leave it to them.");
        }
        return opportunity.open() || opportunity.status() == Status.WON
                ? null
                : Refusals.ended(opportunity, "There is nothing left to check.");
    }

    private static List<Holding> checked(
            RawCheck raw, Map<String, Item> known, Map<String, Holding> holdings, FieldReader fields) {
        if (raw.items().isEmpty()) {
            fields.fault("items", FaultCode.MISSING, null);
        }
        List<Holding> checked = new ArrayList<>();
        for (var id : raw.items().stream().distinct().toList()) {
            var item = known.get(id);
            var held = holdings.get(id);
            if (item == null) {
                fields.fault("items", FaultCode.UNKNOWN_ITEM, id, String.join(", ", known.keySet()));
            } else if (held == null || !held.gained()) {
                fields.fault("items", FaultCode.NOT_TO_CHECK, item.label(), given(known, holdings));
            } else {
                checked.add(held);
            }
        }
        return checked;
    }

    private static String given(Map<String, Item> known, Map<String, Holding> holdings) {
        var given = known.values().stream()
                .filter(item -> holdings.getOrDefault(item.id(), Holding.none(item.id()))
                        .gained())
                .map(Item::label)
                .collect(Collectors.joining("; "));
        return given.isEmpty() ? "nothing yet" : given;
    }
}
