package com.targettoclose.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.targettoclose.problem.JsonBody;
import com.targettoclose.process.changes.CloseOpportunity;
import com.targettoclose.process.changes.HandOver;
import com.targettoclose.process.changes.ReopenOpportunity;
import com.targettoclose.process.changes.ReportSetback;
import com.targettoclose.process.changes.VerifyItems;
import com.targettoclose.process.changes.VerifyItems.RawCheck;
import com.targettoclose.process.requests.CoachDeal;
import com.targettoclose.process.requests.CoachDeal.RawAdvice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What turns an opportunity over HTTP: setbacks, endings, going on after one, and a new owner. */
@RestController
@RequestMapping("/api/opportunities/{id}")
class OpportunityTurns {

    private final AnswerChange answer;
    private final ReportSetback reportSetback;
    private final CloseOpportunity closeOpportunity;
    private final ReopenOpportunity reopenOpportunity;
    private final HandOver handOver;
    private final CoachDeal coachDeal;
    private final VerifyItems verifyItems;
    private final Access access;

    OpportunityTurns(
            AnswerChange answer,
            ReportSetback reportSetback,
            CloseOpportunity closeOpportunity,
            ReopenOpportunity reopenOpportunity,
            HandOver handOver,
            CoachDeal coachDeal,
            VerifyItems verifyItems,
            Access access) {
        this.answer = answer;
        this.reportSetback = reportSetback;
        this.closeOpportunity = closeOpportunity;
        this.reopenOpportunity = reopenOpportunity;
        this.handOver = handOver;
        this.coachDeal = coachDeal;
        this.verifyItems = verifyItems;
        this.access = access;
    }

    @PostMapping("/setbacks")
    @Operation(summary = "Report that the client took something back; the opportunity stops where that is owed")
    @RequestBody(content = @Content(schema = @Schema(implementation = TurnRequests.SetbackBody.class)))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OpportunityView.class)))
    ResponseEntity<Object> setback(
            @PathVariable String id,
            @org.springframework.web.bind.annotation.RequestBody JsonNode sent,
            Authentication who) {
        var body = JsonBody.of(sent);
        var setback = TurnRequests.setback(body);
        return answer.answer(id, who, body, () -> reportSetback.report(id, setback, who.getName()));
    }

    @PostMapping("/closing")
    @Operation(summary = "End the pursuit without a win")
    @RequestBody(content = @Content(schema = @Schema(implementation = TurnRequests.ClosingBody.class)))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OpportunityView.class)))
    ResponseEntity<Object> close(
            @PathVariable String id,
            @org.springframework.web.bind.annotation.RequestBody JsonNode sent,
            Authentication who) {
        var body = JsonBody.of(sent);
        var closing = TurnRequests.closing(body);
        return answer.answer(id, who, body, () -> closeOpportunity.close(id, closing, who.getName()));
    }

    @PostMapping("/reopening")
    @Operation(summary = "Go on with a pursuit that ended without a win; it enters the map again")
    @RequestBody(content = @Content(schema = @Schema(implementation = TurnRequests.ReopeningBody.class)))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OpportunityView.class)))
    ResponseEntity<Object> reopen(
            @PathVariable String id,
            @org.springframework.web.bind.annotation.RequestBody JsonNode sent,
            Authentication who) {
        var body = JsonBody.of(sent);
        var words = body.text("words");
        return answer.answer(id, who, body, () -> reopenOpportunity.reopen(id, words, who.getName()));
    }

    @PostMapping("/checks")
    @Operation(summary = "Verify what was recorded, as somebody other than the owner")
    @RequestBody(content = @Content(schema = @Schema(implementation = TurnRequests.CheckBody.class)))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OpportunityView.class)))
    ResponseEntity<Object> check(
            @PathVariable String id,
            @org.springframework.web.bind.annotation.RequestBody JsonNode sent,
            Authentication who) {
        var body = JsonBody.of(sent);
        var check = new RawCheck(body.texts("items"), body.text("words"));
        return answer.answer(id, who, body, () -> verifyItems.verify(id, check, access.actor(who)));
    }

    @PostMapping("/coaching")
    @Operation(summary = "Advise on a stalled deal that waits for it; its owner reads the advice")
    @RequestBody(content = @Content(schema = @Schema(implementation = TurnRequests.CoachingBody.class)))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OpportunityView.class)))
    ResponseEntity<Object> coach(
            @PathVariable String id,
            @org.springframework.web.bind.annotation.RequestBody JsonNode sent,
            Authentication who) {
        var body = JsonBody.of(sent);
        var advice = new RawAdvice(body.text("advice"), body.text("words"));
        return answer.answer(id, who, body, () -> coachDeal.answer(id, advice, access.actor(who), null));
    }

    @PostMapping("/owner")
    @Operation(summary = "Hand an opportunity over to another rep, with its open conversations")
    @RequestBody(content = @Content(schema = @Schema(implementation = TurnRequests.OwnerBody.class)))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OpportunityView.class)))
    ResponseEntity<Object> handOver(
            @PathVariable String id,
            @org.springframework.web.bind.annotation.RequestBody JsonNode sent,
            Authentication who) {
        var body = JsonBody.of(sent);
        var owner = body.text("owner");
        var note = body.text("note");
        return answer.answer(id, who, body, () -> handOver.handOver(id, owner, note, who.getName()));
    }
}
