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
import com.targettoclose.process.Refusals;
import com.targettoclose.process.people.Actor;
import com.targettoclose.process.people.SalesForce;
import com.targettoclose.process.people.TaskPeople;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives opportunities to another rep, with everything of them that is open: all of them or none. */
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
     * Who pursues something from now on, as it was sent.
     *
     * @param owner somebody who sells
     * @param note what they should know
     */
    public record To(@Nullable String owner, @Nullable String note) {}

    /** What came of it. */
    public sealed interface Result {

        /** These were handed over, in alphabetical order. */
        record HandedOver(List<String> ids) implements Result {}

        /** None was. */
        record NotHandedOver(Refusal refusal) implements Result {}
    }

    /**
     * Hands one over, which whoever does it may change. Its open tasks move along, and whoever had them sees them no longer.
     *
     * @return why not, every fault included; empty where it was handed over
     */
    @Transactional
    public Optional<Refusal> handOver(String opportunityId, @Nullable String to, @Nullable String note, String who) {
        var found = opportunities.lock(opportunityId);
        return found.isEmpty()
                ? Optional.of(Refusals.noOpportunity(opportunityId))
                : refusalOf(give(List.of(found.get()), new To(to, note), who));
    }

    /** Hands those that were chosen over, if whoever does it may change each. */
    @Transactional
    public Result chosen(Collection<String> ids, To to, Actor actor) {
        var wanted = new TreeSet<>(ids);
        if (wanted.isEmpty()) {
            return new Result.NotHandedOver(Refusal.conflict("Choose the opportunities to hand over."));
        }
        var deals = opportunities.lockEach(wanted);
        deals.stream().filter(actor::sees).map(Opportunity::id).forEach(wanted::remove);
        if (!wanted.isEmpty()) {
            return new Result.NotHandedOver(Refusals.noOpportunity(wanted.first()));
        }
        if (!deals.stream().map(Opportunity::owner).allMatch(actor::actsFor)) {
            return new Result.NotHandedOver(Refusals.notTheirs());
        }
        return give(deals, to, actor.userId());
    }

    /** Hands over everything that somebody pursues, and what else waits for them: nothing stays with who leaves. */
    @Transactional
    public Result everythingOf(String from, To to, Actor actor) {
        if (!actor.actsFor(from)) {
            return new Result.NotHandedOver(
                    Refusal.forbidden("Only a manager of theirs or a leader can hand over everything of a rep."));
        }
        var result = give(opportunities.lockEach(opportunities.pursuedBy(from)), to, actor.userId());
        if (result instanceof Result.HandedOver) {
            people.leave(from, Objects.requireNonNull(to.owner()).strip());
        }
        return result;
    }

    private Result give(List<Opportunity> deals, To to, String who) {
        var fields = new FieldReader();
        var owner = owner(to.owner(), fields);
        var words = fields.text("note", to.note(), EvidencePolicy.MAX_WORDS);
        if (owner == null || !fields.faults().isEmpty()) {
            return new Result.NotHandedOver(Refusal.invalid(fields.faults()));
        }
        if (deals.stream().map(Opportunity::owner).anyMatch(owner::equals)) {
            return new Result.NotHandedOver(Refusal.conflict(
                    deals.size() == 1
                            ? "This opportunity belongs to " + owner + " already."
                            : "One of these belongs to " + owner + " already. Leave it out."));
        }
        Map<String, List<Draft>> entries = new LinkedHashMap<>();
        Map<String, String> owners = new LinkedHashMap<>();
        for (var deal : deals) {
            entries.put(deal.id(), List.of(entry(deal.owner(), owner, words)));
            owners.put(deal.id(), deal.owner());
        }
        if (!deals.isEmpty()) {
            ledger.append(entries, who);
            opportunities.handOver(entries.keySet(), owner);
            people.handOver(owners, owner);
        }
        return new Result.HandedOver(List.copyOf(entries.keySet()));
    }

    private Draft entry(String from, String to, @Nullable String note) {
        return Draft.of(EntryKind.HANDED_OVER)
                .detail(Map.of("from", from, "to", to))
                .said(null, note)
                .occurredOn(LocalDate.now(clock));
    }

    private static Optional<Refusal> refusalOf(Result result) {
        return result instanceof Result.NotHandedOver not ? Optional.of(not.refusal()) : Optional.empty();
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
