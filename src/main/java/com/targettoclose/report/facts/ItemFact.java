package com.targettoclose.report.facts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An item of a deal.
 *
 * @param stage the gate that first let the deal through with it, or without; null where none did
 * @param atGate what met the requirement there: {@code timely, afterwards, imported, waived}; null where none did
 * @param state {@code gained, withdrawn, waived, lapsed}, or {@code attempted}
 * @param asked how often the client was asked for it, imports left out
 * @param gainedAtAsk at which of those the client first gave it; null where it never did
 * @param gainedOn when that was
 * @param days from the day the client was first asked to that day
 * @param waivedBy who first let the deal pass without it
 */
record ItemFact(
        String opportunityId,
        String item,
        String owner,
        String roadmap,
        int edition,
        String dealType,
        String sizeBand,
        String status,
        LocalDate openedOn,
        @Nullable LocalDate closedOn,
        @Nullable String stage,
        @Nullable String atGate,
        String state,
        int asked,
        @Nullable Integer gainedAtAsk,
        @Nullable LocalDate gainedOn,
        @Nullable Integer days,
        @Nullable String waivedBy)
        implements Fact {

    @Override
    public String part() {
        return item;
    }
}
