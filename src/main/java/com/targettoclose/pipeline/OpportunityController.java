package com.targettoclose.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.targettoclose.conversation.Fault;
import com.targettoclose.conversation.FaultCode;
import com.targettoclose.conversation.FieldReader;
import com.targettoclose.conversation.Refusal;
import com.targettoclose.ledger.Ledger;
import com.targettoclose.opportunity.Opportunities;
import com.targettoclose.opportunity.Opportunity;
import com.targettoclose.opportunity.OpportunityFilter;
import com.targettoclose.opportunity.Status;
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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Opportunities over HTTP. */
@RestController
@RequestMapping("/api/opportunities")
class OpportunityController {

    private static final int MOST = 200;

    private final Opportunities opportunities;
    private final OpenOpportunities openOpportunities;
    private final RecordConversation recordConversation;
    private final ChangeTerms changeTerms;
    private final Ledger ledger;
    private final OpportunityViews views;

    OpportunityController(
            Opportunities opportunities,
            OpenOpportunities openOpportunities,
            RecordConversation recordConversation,
            ChangeTerms changeTerms,
            Ledger ledger,
            OpportunityViews views) {
        this.opportunities = opportunities;
        this.openOpportunities = openOpportunities;
        this.recordConversation = recordConversation;
        this.changeTerms = changeTerms;
        this.ledger = ledger;
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

    @GetMapping("/{id}")
    @Operation(summary = "Where an opportunity stands, what it owes and what it holds")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OpportunityView.class)))
    ResponseEntity<Object> get(@PathVariable String id, Authentication who) {
        return seen(id, who, opportunity -> ResponseEntity.ok(views.of(opportunity)));
    }

    @GetMapping
    @Operation(summary = "Opportunities, newest first, page by page")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OpportunityPage.class)))
    ResponseEntity<Object> list(
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String stage,
            @RequestParam(required = false) @Nullable String owner,
            @RequestParam(defaultValue = "0") String page,
            @RequestParam(defaultValue = "20") String size,
            Authentication who) {
        var fields = new FieldReader();
        var wanted = fields.choice("status", Status.class, status);
        int pageNumber = fields.number("page", page, 0, Integer.MAX_VALUE);
        int pageSize = fields.number("size", size, 1, MOST);
        if (!fields.faults().isEmpty()) {
            return Problems.of(Refusal.invalid(fields.faults()));
        }
        var seenOwner = Access.seesAll(who) ? blankToNull(owner) : who.getName();
        if (!Access.seesAll(who) && blankToNull(owner) != null && !who.getName().equals(owner)) {
            return Problems.of(Refusal.forbidden("You see your own opportunities. Leave the owner out."));
        }
        var filter = new OpportunityFilter(wanted, blankToNull(stage), seenOwner);
        var content = opportunities.page(filter, pageNumber, pageSize).stream()
                .map(OpportunityPage.Line::of)
                .toList();
        return ResponseEntity.ok(new OpportunityPage(content, pageNumber, pageSize, opportunities.count(filter)));
    }

    @GetMapping("/{id}/ledger")
    @Operation(summary = "Everything the ledger says of an opportunity, and whether its chain holds")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = LedgerView.class)))
    ResponseEntity<Object> ledger(@PathVariable String id, Authentication who) {
        return seen(
                id, who, opportunity -> ResponseEntity.ok(LedgerView.of(ledger.historyWithText(id), ledger.check(id))));
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
            String id,
            Authentication who,
            List<Fault> faults,
            HttpStatus done,
            java.util.function.Supplier<Optional<Refusal>> change) {
        return seen(id, who, opportunity -> {
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

    private ResponseEntity<Object> seen(
            String id, Authentication who, Function<Opportunity, ResponseEntity<Object>> answer) {
        return opportunities
                .find(id)
                .filter(opportunity -> Access.sees(who, opportunity))
                .map(answer)
                .orElseGet(
                        () -> Problems.of(Refusal.notFound("There is no opportunity '" + id + "' that you can see.")));
    }

    private static List<Fault> shapeFaults(JsonBody body) {
        List<Fault> faults = new ArrayList<>(body.faults());
        body.undeclared().forEach(name -> faults.add(Fault.of(name, FaultCode.UNDECLARED, null)));
        return faults;
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
