package com.targettoclose.edition.difference;

import com.targettoclose.gate.ProofNeeded;
import com.targettoclose.gate.WaivableBy;
import com.targettoclose.verifier.design.Row;
import java.util.List;

/**
 * How strictly an item is required.
 *
 * @param row the row that says so
 * @param days after how many it lapses; {@link Integer#MAX_VALUE} for never
 */
record Demand(String row, WaivableBy waivableBy, ProofNeeded proof, int days) {

    private static final List<WaivableBy> LAXEST_FIRST =
            List.of(WaivableBy.MANAGER, WaivableBy.LEADER, WaivableBy.NOBODY);

    /** What a row demands. A cell that nobody understands counts as: waivable by nobody, without proof, for ever. */
    static Demand of(Row row) {
        return new Demand(
                row.id(),
                row.waivableBy().orElse(WaivableBy.NOBODY),
                row.proof().orElse(ProofNeeded.NONE),
                row.lapsesAfterDays().orElse(Integer.MAX_VALUE));
    }

    /** Both at once: whatever is stricter. */
    Demand and(Demand other) {
        return new Demand(
                row,
                strictness(waivableBy) < strictness(other.waivableBy) ? other.waivableBy : waivableBy,
                proof.compareTo(other.proof) < 0 ? other.proof : proof,
                Math.min(days, other.days));
    }

    static int strictness(WaivableBy who) {
        return LAXEST_FIRST.indexOf(who);
    }
}
