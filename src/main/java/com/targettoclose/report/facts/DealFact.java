package com.targettoclose.report.facts;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A deal.
 *
 * @param edition the edition that it runs or ran on; 0 for none
 * @param origin {@code here}; {@code imported} and pursued since; {@code before}: it ended before this process; {@code
 *     simulated}: made up
 * @param cycleDays from the day it was opened to the day it ended; null while it goes on
 * @param lastHeardOn the day of the newest conversation
 * @param adherenceBand see {@link AdherenceBand}, as of the day it ended: execution does not count
 * @param applicable requirements at the gates passed by then, and {@code metInTime} of them by timely evidence
 * @param rerouted whether it was sent back to the start of its roadmap, or moved to another edition, at least once
 * @param held items that the client gave and neither took back nor let lapse, imports left out; of those {@code verified} were
 *     confirmed by the client or checked by somebody other than the owner
 * @param gained answers in which the client gave an item, imports left out; of those, {@code claimed} named proof, {@code
 *     late} were recorded afterwards, {@code offTheMap} came from a conversation that no diagram names, {@code worded} still
 *     have their words, and of those {@code alike} and {@code thin}: see {@link Signals}
 * @param recordings conversations recorded, of those {@code inBursts}
 */
record DealFact(
        String opportunityId,
        String owner,
        String roadmap,
        int edition,
        String dealType,
        String sizeBand,
        @Nullable BigDecimal dealValue,
        @Nullable String currency,
        @Nullable String product,
        String origin,
        String status,
        @Nullable String stage,
        LocalDate openedOn,
        @Nullable LocalDate closedOn,
        @Nullable Integer cycleDays,
        @Nullable LocalDate lastHeardOn,
        String adherenceBand,
        int applicable,
        int metInTime,
        boolean rerouted,
        int held,
        int verified,
        int gained,
        int claimed,
        int late,
        int offTheMap,
        int recordings,
        int inBursts,
        int worded,
        int alike,
        int thin)
        implements Fact {

    @Override
    public String part() {
        return "";
    }
}
