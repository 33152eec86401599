package com.targettoclose.process;

import com.targettoclose.conversation.EvidencePolicy;
import com.targettoclose.conversation.FaultCode;
import com.targettoclose.conversation.FieldReader;
import com.targettoclose.conversation.Refusal;
import com.targettoclose.ledger.Draft;
import com.targettoclose.ledger.EntryKind;
import com.targettoclose.ledger.Ledger;
import com.targettoclose.opportunity.Opportunities;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives an opportunity to another rep, with everything of it that is open. */
@Service
public class HandOver {

    private final Opportunities opportunities;
    private final Ledger ledger;
    private final SalesForce salesForce;
    private final TaskPeople people;
    private final Clock clock;

    HandOver(Opportunities opportunities, Ledger ledger, SalesForce salesForce, TaskPeople people, Clock clock) {
        this.opportunities = opportunities;
        this.ledger = ledger;
        this.salesForce = salesForce;
        this.people = people;
        this.clock = clock;
    }

    /**
     * Hands one over. Its open tasks move along, and whoever had them sees them no longer.
     *
     * @param to the user who pursues it from now on: somebody who sells
     * @param note what they should know
     * @return why not, every fault included; empty where it was handed over
     */
    @Transactional
    public Optional<Refusal> handOver(String opportunityId, @Nullable String to, @Nullable String note, String who) {
        var found = opportunities.lock(opportunityId);
        if (found.isEmpty()) {
            return Optional.of(Refusals.noOpportunity(opportunityId));
        }
        var before = found.get();
        var fields = new FieldReader();
        var owner = owner(to, fields);
        var words = fields.text("note", note, EvidencePolicy.MAX_WORDS);
        if (owner == null || !fields.faults().isEmpty()) {
            return Optional.of(Refusal.invalid(fields.faults()));
        }
        if (owner.equals(before.owner())) {
            return Optional.of(Refusal.conflict("This opportunity belongs to " + owner + " already."));
        }
        var entry = Draft.of(EntryKind.HANDED_OVER)
                .detail(Map.of("from", before.owner(), "to", owner))
                .said(null, words)
                .occurredOn(LocalDate.now(clock));
        ledger.append(opportunityId, List.of(entry), who);
        opportunities.handOver(opportunityId, owner);
        people.handOver(opportunityId, before.owner(), owner);
        return Optional.empty();
    }

    private @Nullable String owner(@Nullable String to, FieldReader fields) {
        if (!fields.required("owner", to)) {
            return null;
        }
        var owner = Objects.requireNonNull(to).strip();
        if (!salesForce.sells(owner)) {
            fields.fault("owner", FaultCode.UNKNOWN_USER, owner);
        }
        return owner;
    }
}
