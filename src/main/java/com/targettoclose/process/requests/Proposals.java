package com.targettoclose.process.requests;

import com.targettoclose.ledger.Ledger;
import com.targettoclose.process.people.Actor;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Reads proposals: the process owner's and the leaders' all, anybody else's own and those of their team. */
@Service
public class Proposals {

    private final ProposalTable table;
    private final Ledger ledger;

    Proposals(ProposalTable table, Ledger ledger) {
        this.table = table;
        this.ledger = ledger;
    }

    /** A proposal's place: the first opportunity that shows it, and the number of the ledger's entry that proposes it. */
    public record Id(String opportunityId, int number) {}

    /** A proposal, and where it stands. */
    public record Found(Id id, Proposal proposal) {}

    /**
     * Which proposals.
     *
     * @param by whose; null for everybody's
     * @param open whether they wait for an answer; null for both
     */
    record Filter(@Nullable Set<String> by, @Nullable Boolean open) {}

    /** One page of proposals, newest first, and how many there are in all. */
    public record Page(List<Found> found, long total) {}

    /**
     * Those that somebody may see.
     *
     * @param open whether they wait for an answer; null for both
     * @param page from 0
     */
    public Page page(Actor actor, @Nullable Boolean open, int page, int size) {
        var filter = new Filter(actor.seesAll() ? null : actor.owners(), open);
        var ids = table.page(filter, page, size);
        var histories = ledger.historiesWithText(
                ids.stream().map(Id::opportunityId).distinct().toList());
        var found = ids.stream()
                .flatMap(id -> Optional.ofNullable(histories.get(id.opportunityId()))
                        .flatMap(history -> Proposal.numbered(history, id.number()))
                        .map(proposal -> new Found(id, proposal))
                        .stream())
                .toList();
        return new Page(found, table.count(filter));
    }

    /** One that somebody may see. */
    public Optional<Found> find(Id id, Actor actor) {
        return Proposal.numbered(ledger.historyWithText(id.opportunityId()), id.number())
                .filter(proposal -> actor.seesAll()
                        || actor.owners().contains(proposal.asked().recordedBy()))
                .map(proposal -> new Found(id, proposal));
    }
}
