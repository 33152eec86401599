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
 * @param notice what the reader should know of this view; null where it is whole
 */
@Schema(name = "Opportunity")
record OpportunityView(
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
        @Nullable String notice) {

    /** Something owed. */
    @Schema(name = "Gap")
    record GapView(String item, String kind, String label, String reason, String waivableBy) {}

    /** A conversation that is open as a task. */
    @Schema(name = "OpenConversation")
    record OpenConversationView(
            String taskId,
            String key,
            String name,
            int attempts,
            @Nullable Instant due) {}

    /**
     * What the ledger says of an item.
     *
     * @param state {@code gained, waived, withdrawn, lapsed, not-yet}, or {@code not-asked}
     */
    @Schema(name = "ItemState")
    record ItemView(
            String item,
            String kind,
            String label,
            String state,
            @Nullable LocalDate since) {}
}
