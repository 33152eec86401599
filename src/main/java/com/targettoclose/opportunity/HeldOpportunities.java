package com.targettoclose.opportunity;

import java.util.Optional;
import java.util.function.UnaryOperator;

/** The opportunities whose rows this transaction has locked or added, as they are by now. */
final class HeldOpportunities {

    private final TransactionMemory<Held> memory = new TransactionMemory<>();

    /** An opportunity, and the newest entry of its ledger. */
    record Held(Opportunity opportunity, LedgerHead head) {}

    Optional<Held> find(String id) {
        return Optional.ofNullable(memory.values().get(id));
    }

    void put(Held held) {
        memory.values().put(held.opportunity().id(), held);
    }

    void change(String id, UnaryOperator<Opportunity> change) {
        memory.values().computeIfPresent(id, (any, held) -> new Held(change.apply(held.opportunity()), held.head()));
    }

    void keep(String id, LedgerHead head) {
        memory.values().computeIfPresent(id, (any, held) -> new Held(held.opportunity(), head));
    }
}
