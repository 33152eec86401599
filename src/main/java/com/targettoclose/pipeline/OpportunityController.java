package com.targettoclose.pipeline;

import com.targettoclose.conversation.FieldReader;
import com.targettoclose.conversation.Refusal;
import com.targettoclose.ledger.Ledger;
import com.targettoclose.opportunity.OpportunityFilter;
import com.targettoclose.opportunity.OpportunityLists;
import com.targettoclose.opportunity.Status;
import com.targettoclose.problem.Problems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reading opportunities over HTTP. */
@RestController
@RequestMapping("/api/opportunities")
class OpportunityController {

    private static final int MOST = 200;

    private final OpportunityLists opportunities;
    private final Access access;
    private final SeenOpportunities seen;
    private final Ledger ledger;
    private final OpportunityViews views;

    OpportunityController(
            OpportunityLists opportunities,
            Access access,
            SeenOpportunities seen,
            Ledger ledger,
            OpportunityViews views) {
        this.opportunities = opportunities;
        this.access = access;
        this.seen = seen;
        this.ledger = ledger;
        this.views = views;
    }

    @GetMapping("/{id}")
    @Operation(summary = "Where an opportunity stands, what it owes and what it holds")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OpportunityView.class)))
    ResponseEntity<Object> get(@PathVariable String id, Authentication who) {
        return seen.answer(id, who, opportunity -> ResponseEntity.ok(views.of(opportunity)));
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
        var actor = access.actor(who);
        var wantedOwner = blankToNull(owner);
        if (wantedOwner != null && !actor.seesAll() && !actor.owners().contains(wantedOwner)) {
            return Problems.of(
                    Refusal.forbidden("You see your own opportunities and your team's. Leave the owner out."));
        }
        var all = actor.seesAll() ? null : actor.owners();
        var owners = wantedOwner == null ? all : Set.of(wantedOwner);
        var filter = new OpportunityFilter(wanted, blankToNull(stage), owners);
        var content = opportunities.page(filter, pageNumber, pageSize).stream()
                .map(OpportunityPage.Line::of)
                .toList();
        return ResponseEntity.ok(new OpportunityPage(content, pageNumber, pageSize, opportunities.count(filter)));
    }

    @GetMapping("/{id}/ledger")
    @Operation(summary = "Everything the ledger says of an opportunity, and whether its chain holds")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = LedgerView.class)))
    ResponseEntity<Object> ledger(@PathVariable String id, Authentication who) {
        var actor = access.actor(who);
        return seen.answer(id, actor, opportunity -> {
            var history = actor.readsWords(opportunity) ? ledger.historyWithText(id) : ledger.history(id);
            return ResponseEntity.ok(LedgerView.of(history, ledger.check(id)));
        });
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
