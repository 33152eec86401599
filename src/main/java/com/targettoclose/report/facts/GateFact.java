package com.targettoclose.report.facts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A deal at one gate, as that gate classified it when it first let it through: what came later changes nothing.
 *
 * @param enteredOn the day of the gate's first decision
 * @param passedOn the day it first let the deal through; null where it never did
 * @param days between the two; null where it never did
 * @param passage {@code met}, {@code waived}: at least one requirement was; {@code imported}: at least one was met by what an
 *     import brought, and none waived; null where it never passed
 * @param required how many requirements the gate held, of those {@code metInTime}, and {@code waived}
 */
record GateFact(
        String opportunityId,
        String stage,
        String owner,
        String roadmap,
        int edition,
        String dealType,
        String sizeBand,
        String status,
        LocalDate openedOn,
        @Nullable LocalDate closedOn,
        LocalDate enteredOn,
        @Nullable LocalDate passedOn,
        @Nullable Integer days,
        @Nullable String passage,
        int required,
        int metInTime,
        int waived)
        implements Fact {

    @Override
    public String part() {
        return stage;
    }
}
