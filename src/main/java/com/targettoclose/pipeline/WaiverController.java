package com.targettoclose.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.targettoclose.conversation.Refusal;
import com.targettoclose.gate.Waiver;
import com.targettoclose.gate.WaiverPolicy.RawAsk;
import com.targettoclose.gate.WaiverPolicy.RawDecision;
import com.targettoclose.ledger.Ledger;
import com.targettoclose.problem.JsonBody;
import com.targettoclose.problem.Problems;
import com.targettoclose.process.Races;
import com.targettoclose.process.requests.AskForWaiver;
import com.targettoclose.process.requests.AskForWaiver.Result;
import com.targettoclose.process.requests.DecideWaiver;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Waivers over HTTP: asking for one, deciding it, reading it. */
@RestController
class WaiverController {

    private final Access access;
    private final SeenOpportunities seen;
    private final Ledger ledger;
    private final AskForWaiver askForWaiver;
    private final DecideWaiver decideWaiver;

    WaiverController(
            Access access,
            SeenOpportunities seen,
            Ledger ledger,
            AskForWaiver askForWaiver,
            DecideWaiver decideWaiver) {
        this.access = access;
        this.seen = seen;
        this.ledger = ledger;
        this.askForWaiver = askForWaiver;
        this.decideWaiver = decideWaiver;
    }

    @PostMapping("/api/opportunities/{id}/waivers")
    @Operation(summary = "Ask for an opportunity to pass without what the client has not given")
    @RequestBody(content = @Content(schema = @Schema(implementation = TurnRequests.WaiverBody.class)))
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = WaiverView.class)))
    ResponseEntity<Object> ask(
            @PathVariable String id,
            @org.springframework.web.bind.annotation.RequestBody JsonNode sent,
            Authentication who) {
        var body = JsonBody.of(sent);
        var ask = new RawAsk(body.texts("items"), body.text("reason"));
        var actor = access.actor(who);
        return seen.answer(id, actor, opportunity -> {
            if (!actor.actsFor(opportunity.owner())) {
                return Problems.of(Refusal.forbidden(
                        "You can look at this opportunity. Its owner or a manager can ask for a waiver."));
            }
            var faults = body.shapeFaults();
            if (!faults.isEmpty()) {
                return Problems.of(Refusal.invalid(faults));
            }
            var result = Races.retried(() -> askForWaiver.ask(id, ask, who.getName()));
            if (result instanceof Result.NotAsked notAsked) {
                return Problems.of(notAsked.refusal());
            }
            var waiver = new RequestId(id, ((Result.Asked) result).number());
            return ResponseEntity.created(URI.create("/api/waivers/" + waiver.text()))
                    .body(view(waiver));
        });
    }

    @PostMapping("/api/waivers/{id}")
    @Operation(summary = "Grant or refuse a waiver")
    @RequestBody(content = @Content(schema = @Schema(implementation = TurnRequests.DecisionBody.class)))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = WaiverView.class)))
    ResponseEntity<Object> decide(
            @PathVariable String id,
            @org.springframework.web.bind.annotation.RequestBody JsonNode sent,
            Authentication who) {
        var waiver = RequestId.read(id);
        if (waiver == null) {
            return noWaiver(id);
        }
        var body = JsonBody.of(sent);
        var decision = new RawDecision(
                body.text("decision"), body.text("reason"), body.text("expiresOn"), body.text("makeGoodOn"));
        var actor = access.actor(who);
        return seen.answer(waiver.opportunityId(), actor, opportunity -> {
            var faults = body.shapeFaults();
            if (!faults.isEmpty()) {
                return Problems.of(Refusal.invalid(faults));
            }
            return Races.retried(
                            () -> decideWaiver.decide(waiver.opportunityId(), waiver.number(), decision, actor, null))
                    .map(Problems::of)
                    .orElseGet(() -> ResponseEntity.ok(view(waiver)));
        });
    }

    @GetMapping("/api/waivers/{id}")
    @Operation(summary = "A waiver, and what was decided")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = WaiverView.class)))
    ResponseEntity<Object> get(@PathVariable String id, Authentication who) {
        var waiver = RequestId.read(id);
        if (waiver == null) {
            return noWaiver(id);
        }
        return seen.answer(
                waiver.opportunityId(),
                who,
                opportunity -> Waiver.numbered(ledger.historyWithText(waiver.opportunityId()), waiver.number())
                        .map(found -> ResponseEntity.<Object>ok(WaiverView.of(found)))
                        .orElseGet(() -> noWaiver(id)));
    }

    private WaiverView view(RequestId id) {
        return Waiver.numbered(ledger.historyWithText(id.opportunityId()), id.number())
                .map(WaiverView::of)
                .orElseThrow();
    }

    private static ResponseEntity<Object> noWaiver(String id) {
        return Problems.of(Refusal.notFound("There is no waiver '" + id + "' that you can see."));
    }
}
