package com.targettoclose.pipeline;

import com.targettoclose.conversation.RawSetback;
import com.targettoclose.problem.JsonBody;
import com.targettoclose.process.CloseOpportunity.Closing;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;

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

    static RawSetback setback(JsonBody body) {
        return new RawSetback(body.text("item"), body.text("contact"), body.text("words"), body.text("occurredOn"));
    }

    static Closing closing(JsonBody body) {
        return new Closing(body.text("as"), body.text("reason"), body.text("lostTo"), body.text("words"));
    }
}
