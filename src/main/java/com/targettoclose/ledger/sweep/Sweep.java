package com.targettoclose.ledger.sweep;

/**
 * How far the sweep of the ledgers is.
 *
 * @param lastId up to which opportunity this round is; empty at its beginning
 * @param checked ledgers checked in this round
 * @param broken of these, those whose chain does not hold
 * @param brokenBefore those whose chain did not hold in the round before
 */
public record Sweep(String lastId, long checked, long broken, long brokenBefore) {

    /** Broken chains that are known: the next round confirms or forgets those of the last. */
    public long knownBroken() {
        return Math.max(broken, brokenBefore);
    }

    Sweep with(String id, boolean holds) {
        return new Sweep(id, checked + 1, broken + (holds ? 0 : 1), brokenBefore);
    }

    Sweep nextRound() {
        return new Sweep("", 0, 0, broken);
    }
}
