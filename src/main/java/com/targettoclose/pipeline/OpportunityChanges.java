package com.targettoclose.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.targettoclose.conversation.Refusal;
import com.targettoclose.problem.JsonBody;
import com.targettoclose.problem.Problems;
import com.targettoclose.process.Races;
import com.targettoclose.process.changes.ChangeTerms;
import com.targettoclose.process.conversations.RecordConversation;
import com.targettoclose.process.opening.OpenOpportunities;
import com.targettoclose.process.opening.OpenOpportunities.Result;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Opening opportunities and changing them over HTTP. */
@RestController
@RequestMapping("/api/opportunities")
class OpportunityChanges {

    private final Access access;
    private final AnswerChange answer;
    private final OpenOpportunities openOpportunities;
    private final RecordConversation recordConversation;
    private final ChangeTerms changeTerms;
    private final OpportunityViews views;

    OpportunityChanges(
            Access access,
            AnswerChange answer,
            OpenOpportunities openOpportunities,
            RecordConversation recordConversation,
            ChangeTerms changeTerms,
            OpportunityViews views) {
        this.access = access;
        this.answer = answer;
        this.openOpportunities = openOpportunities;
        this.recordConversation = recordConversation;
        this.changeTerms = changeTerms;
        this.views = views;
    }

    @PostMapping
    @Operation(summary = "Open an opportunity")
    @RequestBody(content = @Content(schema = @Schema(implementation = Requests.OpeningBody.class)))
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = OpportunityView.class)))
    ResponseEntity<Object> open(
            @org.springframework.web.bind.annotation.RequestBody JsonNode sent, Authentication who) {
        var body = JsonBody.of(sent);
        var opening = Requests.opening(body);
        var faults = body.shapeFaults();
        if (!faults.isEmpty()) {
            return Problems.of(Refusal.invalid(faults));
        }
        if (opening.owner() != null && !access.actor(who).actsFor(opening.owner())) {
            return Problems.of(Refusal.forbidden(
                    "You can open opportunities for yourself, and a manager for their team. Choose another owner."));
        }
        var result = Races.retried(() -> openOpportunities.open(opening, who.getName()));
        if (result instanceof Result.Opened opened) {
            var id = opened.opportunity().id();
            return ResponseEntity.created(URI.create("/api/opportunities/" + id))
                    .body(views.of(opened.opportunity()));
        }
        return Problems.of(((Result.NotOpened) result).refusal());
    }

    @PostMapping("/{id}/conversations")
    @Operation(summary = "Record a conversation, planned or not")
    @RequestBody(content = @Content(schema = @Schema(implementation = Requests.ConversationBody.class)))
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = OpportunityView.class)))
    ResponseEntity<Object> converse(
            @PathVariable String id,
            @org.springframework.web.bind.annotation.RequestBody JsonNode sent,
            Authentication who) {
        var body = JsonBody.of(sent);
        var conversation = Requests.conversation(body);
        return answer.answer(
                id,
                who,
                body.faults(),
                HttpStatus.CREATED,
                () -> recordConversation.record(id, conversation, null, who.getName()));
    }

    @PostMapping("/{id}/terms")
    @Operation(summary = "Change value, currency or deal type; what is left out stays")
    @RequestBody(content = @Content(schema = @Schema(implementation = Requests.TermsBody.class)))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OpportunityView.class)))
    ResponseEntity<Object> terms(
            @PathVariable String id,
            @org.springframework.web.bind.annotation.RequestBody JsonNode sent,
            Authentication who) {
        var body = JsonBody.of(sent);
        var change = Requests.terms(body);
        return answer.answer(id, who, body, () -> changeTerms.change(id, change, who.getName()));
    }
}
