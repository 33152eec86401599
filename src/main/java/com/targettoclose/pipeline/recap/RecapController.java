package com.targettoclose.pipeline.recap;

import com.fasterxml.jackson.databind.JsonNode;
import com.targettoclose.conversation.Fault;
import com.targettoclose.conversation.FaultCode;
import com.targettoclose.conversation.FieldReader;
import com.targettoclose.conversation.Refusal;
import com.targettoclose.ledger.Entry;
import com.targettoclose.pipeline.Access;
import com.targettoclose.pipeline.SeenOpportunities;
import com.targettoclose.pipeline.recap.SendRecap.Meant;
import com.targettoclose.pipeline.recap.SendRecap.Result;
import com.targettoclose.problem.JsonBody;
import com.targettoclose.problem.Problems;
import com.targettoclose.process.Races;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Recaps over HTTP: making the link that a rep sends to the client. */
@RestController
class RecapController {

    private final Access access;
    private final SeenOpportunities seen;
    private final SendRecap sendRecap;
    private final RecapAddress address;

    RecapController(Access access, SeenOpportunities seen, SendRecap sendRecap, RecapAddress address) {
        this.access = access;
        this.seen = seen;
        this.sendRecap = sendRecap;
        this.address = address;
    }

    /** Documents the body that makes a recap's link. */
    @Schema(name = "SendRecap")
    record RecapBody(
            @Schema(description = "the number of any ledger entry of the conversation")
            Integer entry,

            @Schema(
                    description =
                            "the conversation's key, for the last time it was held; without both, the last conversation")
            String conversation) {}

    /**
     * A recap's link.
     *
     * @param entry the conversation's first entry in the ledger
     * @param items what the client is asked to confirm
     */
    @Schema(name = "Recap")
    record RecapView(String link, Instant expiresAt, int entry, List<String> items) {}

    @PostMapping("/api/opportunities/{id}/recaps")
    @Operation(summary = "Make the link by which a client confirms or corrects what was recorded of a conversation")
    @RequestBody(content = @Content(schema = @Schema(implementation = RecapBody.class)))
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = RecapView.class)))
    ResponseEntity<Object> send(
            @PathVariable String id,
            @org.springframework.web.bind.annotation.RequestBody JsonNode sent,
            Authentication who) {
        var body = JsonBody.of(sent);
        var fields = new FieldReader();
        var entry = body.text("entry");
        var number = entry == null ? null : Integer.valueOf(fields.number("entry", entry, 1, Integer.MAX_VALUE));
        var meant = new Meant(number, body.text("conversation"));
        var actor = access.actor(who);
        return seen.answer(id, actor, opportunity -> {
            if (!actor.actsFor(opportunity.owner())) {
                return Problems.of(
                        Refusal.forbidden(
                                "You can look at this opportunity. Its owner and their manager can ask the client to confirm."));
            }
            List<Fault> faults = new ArrayList<>(body.faults());
            body.undeclared().forEach(name -> faults.add(Fault.of(name, FaultCode.UNDECLARED, null)));
            faults.addAll(fields.faults());
            if (!faults.isEmpty()) {
                return Problems.of(Refusal.invalid(faults));
            }
            var result = Races.retried(() -> sendRecap.send(id, meant, actor.userId()));
            return result instanceof Result.Sent made ? made(made) : Problems.of(((Result.NotSent) result).refusal());
        });
    }

    private ResponseEntity<Object> made(Result.Sent made) {
        var link = address.of(made.link());
        var items = made.talk().gained().stream()
                .map(Entry::content)
                .map(content -> String.valueOf(content.item()))
                .toList();
        var view = new RecapView(link, made.link().expiresAt(), made.talk().number(), items);
        return ResponseEntity.created(URI.create(link)).body(view);
    }
}
