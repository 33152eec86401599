package com.targettoclose.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.targettoclose.conversation.Choice;
import com.targettoclose.conversation.FieldReader;
import com.targettoclose.conversation.Refusal;
import com.targettoclose.problem.JsonBody;
import com.targettoclose.problem.Problems;
import com.targettoclose.process.Races;
import com.targettoclose.process.people.Actor;
import com.targettoclose.process.requests.AnswerProposal;
import com.targettoclose.process.requests.AnswerProposal.RawAnswer;
import com.targettoclose.process.requests.Proposals;
import com.targettoclose.process.requests.ProposeChange;
import com.targettoclose.process.requests.ProposeChange.RawProposal;
import com.targettoclose.process.requests.ProposeChange.Result;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Proposals to change the process over HTTP: making one, answering it, reading them. */
@RestController
@RequestMapping("/api/proposals")
class ProposalController {

    private static final int MOST = 200;

    private final Access access;
    private final ProposeChange proposeChange;
    private final AnswerProposal answerProposal;
    private final Proposals proposals;

    ProposalController(Access access, ProposeChange proposeChange, AnswerProposal answerProposal, Proposals proposals) {
        this.access = access;
        this.proposeChange = proposeChange;
        this.answerProposal = answerProposal;
        this.proposals = proposals;
    }

    /** Which proposals to list. */
    private enum State implements Choice {
        OPEN,
        ANSWERED
    }

    /** Documents the body that proposes a change. */
    @Schema(
            name = "ProposeChange",
            requiredProperties = {"opportunities", "words"})
    record ProposalBody(
            @Schema(description = "those that show it, by id; 1 to 100")
            List<String> opportunities,

            @Schema(description = "where the process does not fit")
            String words,

            @Schema(description = "what would fit better") String instead) {}

    /** Documents the body that answers a proposal. */
    @Schema(
            name = "AnswerProposal",
            requiredProperties = {"decision", "reason"})
    record AnswerBody(
            @Schema(allowableValues = {"taken-up", "later", "declined"})
            String decision,

            String reason) {}

    @PostMapping
    @Operation(summary = "Propose a change of the process, with the opportunities that show it")
    @RequestBody(content = @Content(schema = @Schema(implementation = ProposalBody.class)))
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ProposalView.class)))
    ResponseEntity<Object> propose(
            @org.springframework.web.bind.annotation.RequestBody JsonNode sent, Authentication who) {
        var body = JsonBody.of(sent);
        var raw = new RawProposal(body.texts("opportunities"), body.text("words"), body.text("instead"));
        var faults = body.shapeFaults();
        if (!faults.isEmpty()) {
            return Problems.of(Refusal.invalid(faults));
        }
        var actor = access.actor(who);
        var result = Races.retried(() -> proposeChange.propose(raw, actor));
        if (result instanceof Result.NotProposed not) {
            return Problems.of(not.refusal());
        }
        var id = ((Result.Proposed) result).id();
        var view = view(id, actor).orElseThrow();
        return ResponseEntity.created(URI.create("/api/proposals/" + view.id())).body(view);
    }

    @PostMapping("/{id}/answer")
    @Operation(summary = "Answer a proposal: take it up, keep it for later, or decline it")
    @RequestBody(content = @Content(schema = @Schema(implementation = AnswerBody.class)))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ProposalView.class)))
    ResponseEntity<Object> answer(
            @PathVariable String id,
            @org.springframework.web.bind.annotation.RequestBody JsonNode sent,
            Authentication who) {
        var body = JsonBody.of(sent);
        var raw = new RawAnswer(body.text("decision"), body.text("reason"));
        var actor = access.actor(who);
        var proposal = read(id);
        if (proposal == null || view(proposal, actor).isEmpty()) {
            return noProposal(id);
        }
        var faults = body.shapeFaults();
        if (!faults.isEmpty()) {
            return Problems.of(Refusal.invalid(faults));
        }
        return Races.retried(() -> answerProposal.answer(proposal, raw, actor, null))
                .map(Problems::of)
                .orElseGet(() -> ResponseEntity.ok(view(proposal, actor).orElseThrow()));
    }

    @GetMapping("/{id}")
    @Operation(summary = "A proposal, and what became of it")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ProposalView.class)))
    ResponseEntity<Object> get(@PathVariable String id, Authentication who) {
        var proposal = read(id);
        return Optional.ofNullable(proposal)
                .flatMap(it -> view(it, access.actor(who)))
                .map(view -> ResponseEntity.<Object>ok(view))
                .orElseGet(() -> noProposal(id));
    }

    @GetMapping
    @Operation(summary = "Proposals, newest first, page by page")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ProposalView.Page.class)))
    ResponseEntity<Object> list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(defaultValue = "0") String page,
            @RequestParam(defaultValue = "20") String size,
            Authentication who) {
        var fields = new FieldReader();
        var wanted = fields.choice("state", State.class, state);
        int pageNumber = fields.number("page", page, 0, Integer.MAX_VALUE);
        int pageSize = fields.number("size", size, 1, MOST);
        if (!fields.faults().isEmpty()) {
            return Problems.of(Refusal.invalid(fields.faults()));
        }
        var found =
                proposals.page(access.actor(who), wanted == null ? null : wanted == State.OPEN, pageNumber, pageSize);
        var content = found.found().stream().map(ProposalView::of).toList();
        return ResponseEntity.ok(new ProposalView.Page(content, pageNumber, pageSize, found.total()));
    }

    private Optional<ProposalView> view(Proposals.Id id, Actor actor) {
        return proposals.find(id, actor).map(ProposalView::of);
    }

    private static Proposals.@Nullable Id read(String id) {
        var read = RequestId.read(id);
        return read == null ? null : new Proposals.Id(read.opportunityId(), read.number());
    }

    private static ResponseEntity<Object> noProposal(String id) {
        return Problems.of(Refusal.notFound("There is no proposal '" + id + "' that you can see."));
    }
}
