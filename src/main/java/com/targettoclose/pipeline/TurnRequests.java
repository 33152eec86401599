package com.targettoclose.pipeline;

import com.targettoclose.conversation.RawSetback;
import com.targettoclose.problem.JsonBody;
import com.targettoclose.process.changes.CloseOpportunity.Closing;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;

/** The bodies that turn an opportunity: how each is read, and what its documentation says of it. */
final class TurnRequests {

    private TurnRequests() {}

    /** Documents the body that reports a setback. */
    @Schema(
            name = "ReportSetback",
            requiredProperties = {"item", "contact", "words", "occurredOn"})
    record SetbackBody(
            @Schema(description = "one that the client has given")
            String item,

            @Schema(description = "who at the client; erasable")
            String contact,

            @Schema(description = "what the client said, four words or more; erasable")
            String words,

            LocalDate occurredOn) {}

    /** Documents the body that ends a pursuit. */
    @Schema(
            name = "CloseOpportunity",
            requiredProperties = {"as", "reason", "words"})
    record ClosingBody(
            @Schema(allowableValues = {"lost", "no-decision", "disqualified"})
            String as,

            @Schema(description = "one of the process owner's list for that ending")
            String reason,

            @Schema(description = "whom the client chose instead; only for lost")
            String lostTo,

            String words) {}

    /** Documents the body that reopens an opportunity. */
    @Schema(
            name = "ReopenOpportunity",
            requiredProperties = {"words"})
    record ReopeningBody(
            @Schema(description = "why it goes on") String words) {}

    /** Documents the body that hands an opportunity over. */
    @Schema(
            name = "HandOver",
            requiredProperties = {"owner"})
    record OwnerBody(
            @Schema(description = "the id of a user who sells")
            String owner,

            @Schema(description = "what they should know") String note) {}

    /** Documents the body that verifies what was recorded. */
    @Schema(
            name = "CheckItems",
            requiredProperties = {"items", "words"})
    record CheckBody(
            @Schema(description = "what the client has given, as it was recorded")
            List<String> items,

            @Schema(description = "how it was checked") String words) {}

    /** Documents the body that advises on a stalled deal. */
    @Schema(
            name = "CoachDeal",
            requiredProperties = {"advice", "words"})
    record CoachingBody(
            @Schema(allowableValues = {"advice", "waiver", "walk-away", "call-together"})
            String advice,

            @Schema(description = "what its owner should do next")
            String words) {}

    /** Documents the body that asks for a waiver. */
    @Schema(
            name = "AskForWaiver",
            requiredProperties = {"items", "reason"})
    record WaiverBody(
            @Schema(description = "what the opportunity owes and somebody may waive")
            List<String> items,

            String reason) {}

    /** Documents the body that decides a waiver. */
    @Schema(
            name = "DecideWaiver",
            requiredProperties = {"decision", "reason"})
    record DecisionBody(
            @Schema(allowableValues = {"granted", "refused"})
            String decision,

            String reason,

            @Schema(description = "the last day on which it counts; needed to grant it")
            LocalDate expiresOn,

            @Schema(description = "by when the client shall have given it all the same; else the day it expires")
            LocalDate makeGoodOn) {}

    static RawSetback setback(JsonBody body) {
        return new RawSetback(body.text("item"), body.text("contact"), body.text("words"), body.text("occurredOn"));
    }

    static Closing closing(JsonBody body) {
        return new Closing(body.text("as"), body.text("reason"), body.text("lostTo"), body.text("words"));
    }
}
