package com.targettoclose.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.targettoclose.conversation.Fault;
import com.targettoclose.conversation.FaultCode;
import com.targettoclose.conversation.Refusal;
import com.targettoclose.opportunity.Opportunities;
import com.targettoclose.problem.JsonBody;
import com.targettoclose.problem.Problems;
import com.targettoclose.process.ChangeTerms;
import com.targettoclose.process.OpenOpportunities;
import com.targettoclose.process.OpenOpportunities.Result;
import com.targettoclose.process.Races;
import com.targettoclose.process.RecordConversation;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
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

    private final Opportunities opportunities;
    private final SeenOpportunities seen;
    private final OpenOpportunities openOpportunities;
    private final RecordConversation recordConversation;
    private final ChangeTerms changeTerms;
    private final OpportunityViews views;

    OpportunityChanges(
            Opportunities opportunities,
            SeenOpportunities seen,
            OpenOpportunities openOpportunities,
            RecordConversation recordConversation,
            ChangeTerms changeTerms,
            OpportunityViews views) {
        this.opportunities = opportunities;
        this.seen = seen;
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
        var faults = shapeFaults(body);
        if (!faults.isEmpty()) {
            return Problems.of(Refusal.invalid(faults));
        }
        if (opening.owner() != null && !Access.actsFor(who, opening.owner())) {
            return Problems.of(Refusal.forbidden(
                    "You can open opportunities for yourself. Your manager can open them" + " for others."));
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
        return changed(
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
        return changed(id, who, shapeFaults(body), HttpStatus.OK, () -> changeTerms.change(id, change, who.getName()));
    }

    private ResponseEntity<Object> changed(
            String id, Authentication who, List<Fault> faults, HttpStatus done, Supplier<Optional<Refusal>> change) {
        return seen.answer(id, who, opportunity -> {
            if (!Access.actsFor(who, opportunity.owner())) {
                return Problems.of(
                        Refusal.forbidden("You can look at this opportunity. Its owner or a manager can change it."));
            }
            if (!faults.isEmpty()) {
                return Problems.of(Refusal.invalid(faults));
            }
            return Races.retried(change)
                    .map(Problems::of)
                    .orElseGet(() -> ResponseEntity.status(done)
                            .body(views.of(opportunities.find(id).orElseThrow())));
        });
    }

    private static List<Fault> shapeFaults(JsonBody body) {
        List<Fault> faults = new ArrayList<>(body.faults());
        body.undeclared().forEach(name -> faults.add(Fault.of(name, FaultCode.UNDECLARED, null)));
        return faults;
    }
}
