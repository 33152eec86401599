package com.targettoclose.pipeline;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An opportunity as the HTTP contract shows it.
 *
 * @param stage where it stands; null once it has run through
 * @param adherence between 0 and 1; null before a gate that requires anything was passed
 * @param gaps what it owes in its stage
 * @param waivers those that were asked for, oldest first
 * @param stall the silence that waits for a manager's or leader's advice; null where none does
 * @param notice what the reader should know of this view; null where it is whole
 */
@Schema(name = "Opportunity")
public record OpportunityView(
        String id,
        String account,
        String owner,
        String status,
        @Nullable String stage,
        @Nullable BigDecimal value,
        @Nullable String currency,
        String dealType,
        String roadmap,
        @Nullable LocalDate openedOn,
        @Nullable LocalDate closedOn,
        @Nullable Double adherence,
        List<GapView> gaps,
        List<OpenConversationView> openConversations,
        List<ItemView> items,
        List<WaiverView> waivers,
        @Nullable StallView stall,
        @Nullable String notice) {

    /**
     * A silence that lasted longer than the stage allows.
     *
     * @param quietSince the last day on which something was heard, or was agreed to be
     * @param allowedDays how long the stage allowed it
     */
    @Schema(name = "Stall")
    public record StallView(LocalDate quietSince, int allowedDays) {}

    /**
     * Something owed.
     *
     * @param skipping what became of comparable deals that went on without it; null where nobody may waive it
     */
    @Schema(name = "Gap")
    public record GapView(
            String item,
            String kind,
            String label,
            String reason,
            String waivableBy,
            @Nullable SkippingView skipping) {}

    /** A conversation that is open as a task. */
    @Schema(name = "OpenConversation")
    public record OpenConversationView(
            String taskId,
            String key,
            String name,
            int attempts,
            @Nullable Instant due) {}

    /**
     * What the ledger says of an item.
     *
     * @param state {@code gained, waived, withdrawn, lapsed, not-yet}, or {@code not-asked}
     * @param lapsesOn the first day on which it will count no more; null where it does not count, or counts for ever
     * @param proof of what was gained: {@code words} of the client as recorded, {@code claimed} with a link, or
     *     {@code verified} by the client or by somebody other than the owner; else null
     * @param recorded how what was gained came here: {@code timely, afterwards, imported}; else null
     * @param corrected whether the client said that it is not right as it was recorded
     */
    @Schema(name = "ItemState")
    public record ItemView(
            String item,
            String kind,
            String label,
            String state,
            @Nullable LocalDate since,
            @Nullable LocalDate lapsesOn,
            @Nullable String proof,
            @Nullable String recorded,
            boolean corrected) {}
}
