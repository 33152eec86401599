package com.targettoclose.pipeline;

import com.targettoclose.conversation.RawConversation;
import com.targettoclose.conversation.RawConversation.RawAnswer;
import com.targettoclose.problem.JsonBody;
import com.targettoclose.process.changes.ChangeTerms.Change;
import com.targettoclose.process.opening.OpenOpportunities.Opening;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The bodies that are sent: how each is read, and what its documentation says of it. */
final class Requests {

    private Requests() {}

    /** Documents the body that opens an opportunity. */
    @Schema(
            name = "OpenOpportunity",
            requiredProperties = {"account", "owner"})
    record OpeningBody(
            String account,
            @Schema(description = "a user's id") String owner,

            @Schema(description = "made up where it is left out")
            String id,

            @Schema(description = "who at the client; erasable")
            String contact,

            @Schema(description = "unknown counts as the highest")
            BigDecimal value,

            @Schema(description = "ISO 4217; needed with a value")
            String currency,

            @Schema(allowableValues = {"new-business", "renewal"})
            String dealType,

            @Schema(description = "target-to-close where it is left out")
            String roadmap,

            String words) {}

    /** Documents the body that records a conversation. */
    @Schema(
            name = "RecordConversation",
            requiredProperties = {"heldOn", "channel", "items"})
    record ConversationBody(
            String contact,
            LocalDate heldOn,

            @Schema(allowableValues = {"meeting", "call", "email", "document"})
            String channel,

            LocalDate nextStepOn,
            List<AnswerBody> items) {}

    /** Documents one item of a conversation. */
    @Schema(
            name = "Answer",
            requiredProperties = {"item", "state"})
    record AnswerBody(
            String item,

            @Schema(allowableValues = {"gained", "not-yet", "declined"})
            String state,

            @Schema(description = "what the client said; four words or more once gained")
            String words,

            @Schema(allowableValues = {"calendar-acceptance", "message", "document", "attendance", "signature"})
            String proof,

            @Schema(description = "where the proof can be seen")
            String link) {}

    /** Documents the body that changes terms. */
    @Schema(name = "ChangeTerms")
    record TermsBody(
            BigDecimal value,
            String currency,

            @Schema(allowableValues = {"new-business", "renewal"})
            String dealType,

            String words) {}

    static Opening opening(JsonBody body) {
        return new Opening(
                body.text("id"),
                body.text("account"),
                body.text("owner"),
                body.text("contact"),
                body.text("value"),
                body.text("currency"),
                body.text("dealType"),
                body.text("roadmap"),
                body.text("words"));
    }

    static Change terms(JsonBody body) {
        return new Change(body.text("value"), body.text("currency"), body.text("dealType"), body.text("words"));
    }

    static RawConversation conversation(JsonBody body) {
        List<String> undeclared = new ArrayList<>();
        List<RawAnswer> answers = new ArrayList<>();
        for (var item : body.objects("items")) {
            answers.add(new RawAnswer(
                    item.text("item"),
                    item.text("state"),
                    item.text("words"),
                    item.text("proof"),
                    item.text("link"),
                    item::name));
            undeclared.addAll(item.undeclared());
        }
        var contact = body.text("contact");
        var heldOn = body.text("heldOn");
        var channel = body.text("channel");
        var nextStepOn = body.text("nextStepOn");
        undeclared.addAll(body.undeclared());
        return new RawConversation(contact, heldOn, channel, nextStepOn, answers, undeclared);
    }
}
