package com.targettoclose.pipeline.page;

import com.targettoclose.conversation.Choice;
import com.targettoclose.gate.Gap;
import com.targettoclose.opportunity.DealType;
import com.targettoclose.opportunity.Status;
import org.jspecify.annotations.Nullable;

/** What the values of a deal are called on its pages. */
final class Said {

    private Said() {}

    static String status(String status) {
        return Choice.of(Status.class, status)
                .map(it -> switch (it) {
                    case OPEN -> "open";
                    case WON -> "won";
                    case LOST -> "lost";
                    case NO_DECISION -> "no decision";
                    case DISQUALIFIED -> "disqualified";
                })
                .orElse(status);
    }

    static String dealType(String type) {
        return DealType.RENEWAL.value().equals(type) ? "renewal" : "new business";
    }

    /** An item's state, as {@code OpportunityView} names it. */
    static String state(String state) {
        return switch (state) {
            case "gained" -> "held";
            case "waived" -> "waived";
            case "withdrawn" -> "taken back";
            case "lapsed" -> "too old";
            case "not-yet" -> "not yet";
            default -> "not asked yet";
        };
    }

    /** How a held item is proven. */
    static String proof(@Nullable String proof) {
        return switch (proof == null ? "" : proof) {
            case "verified" -> "verified";
            case "claimed" -> "claimed, with a link";
            case "words" -> "recorded in words";
            default -> "";
        };
    }

    /** How a held item came into the ledger, where that is worth a word. */
    static String recorded(@Nullable String recorded) {
        return switch (recorded == null ? "" : recorded) {
            case "afterwards" -> "recorded afterwards";
            case "imported" -> "imported";
            default -> "";
        };
    }

    /** Why something is owed. */
    static String owed(String reason) {
        return Choice.of(Gap.Reason.class, reason)
                .map(it -> switch (it) {
                    case NOT_GAINED -> "The client has not given it yet.";
                    case WITHDRAWN -> "The client took it back.";
                    case LAPSED -> "It is older than it may be. Ask whether it still holds.";
                    case WAIVER_NOT_VALID -> "The waiver that stood in for it has run out.";
                    case PROOF_MISSING ->
                        "It was said, but is not proven as this deal needs it. Add the link to the proof, or ask the client"
                                + " to confirm it.";
                })
                .orElse("");
    }

    /** Who may waive it. */
    static String waivableBy(String level) {
        return switch (level) {
            case "manager" -> "A manager may waive it.";
            case "leader" -> "A sales leader may waive it.";
            default -> "Nobody may waive it.";
        };
    }
}
