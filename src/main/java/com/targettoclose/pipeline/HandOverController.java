package com.targettoclose.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.targettoclose.conversation.Refusal;
import com.targettoclose.problem.JsonBody;
import com.targettoclose.problem.Problems;
import com.targettoclose.process.Races;
import com.targettoclose.process.changes.HandOver;
import com.targettoclose.process.changes.HandOver.Result;
import com.targettoclose.process.changes.HandOver.To;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Hands many opportunities over at once over HTTP. */
@RestController
class HandOverController {

    private final Access access;
    private final HandOver handOver;

    HandOverController(Access access, HandOver handOver) {
        this.access = access;
        this.handOver = handOver;
    }

    /** Documents the body that hands many over. */
    @Schema(
            name = "HandOverMany",
            requiredProperties = {"owner"})
    record HandOverBody(
            @Schema(description = "those to hand over, by id; or from")
            List<String> opportunities,

            @Schema(description = "a rep who leaves: everything of theirs; or opportunities")
            String from,

            @Schema(description = "the id of a user who sells")
            String owner,

            @Schema(description = "what they should know") String note) {}

    /**
     * What was handed over.
     *
     * @param handedOver ids, in alphabetical order
     */
    @Schema(name = "HandedOver")
    record HandedOverView(List<String> handedOver, String owner) {}

    @PostMapping("/api/hand-overs")
    @Operation(summary = "Hand several opportunities over, or everything of a rep who leaves: all of them or none")
    @RequestBody(content = @Content(schema = @Schema(implementation = HandOverBody.class)))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = HandedOverView.class)))
    ResponseEntity<Object> handOver(
            @org.springframework.web.bind.annotation.RequestBody JsonNode sent, Authentication who) {
        var body = JsonBody.of(sent);
        var chosen = body.texts("opportunities");
        var from = body.text("from");
        var to = new To(body.text("owner"), body.text("note"));
        var faults = body.shapeFaults();
        if (!faults.isEmpty()) {
            return Problems.of(Refusal.invalid(faults));
        }
        if (from != null && !chosen.isEmpty()) {
            return Problems.of(Refusal.conflict("Name the opportunities, or the rep who leaves: not both."));
        }
        var actor = access.actor(who);
        var result = Races.retried(
                () -> from == null ? handOver.chosen(chosen, to, actor) : handOver.everythingOf(from, to, actor));
        return result instanceof Result.HandedOver done
                ? ResponseEntity.ok(new HandedOverView(done.ids(), String.valueOf(to.owner())))
                : Problems.of(((Result.NotHandedOver) result).refusal());
    }
}
