package com.targettoclose.reroute;

import com.fasterxml.jackson.databind.JsonNode;
import com.targettoclose.conversation.Fault;
import com.targettoclose.conversation.FaultCode;
import com.targettoclose.conversation.FieldReader;
import com.targettoclose.conversation.Refusal;
import com.targettoclose.problem.JsonBody;
import com.targettoclose.problem.Problems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.net.URI;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Moving open opportunities over HTTP. */
@RestController
@RequestMapping("/api/reroutes")
class RerouteController {

    private static final int MOST_IDS = 1_000;
    private static final int MOST_SHOWN = 200;
    private static final int LONGEST_NAME = 64;

    private final Reroutes reroutes;
    private final RerouteWorker worker;

    RerouteController(Reroutes reroutes, RerouteWorker worker) {
        this.reroutes = reroutes;
        this.worker = worker;
    }

    /** Documents the body that asks for a move. */
    @Schema(name = "MoveOpenDeals", requiredProperties = "edition")
    record MoveBody(
            @Schema(description = "the one in force; in a dry run also the one that is proposed")
            int edition,

            @Schema(description = "which open opportunities; without it, all that fit")
            List<String> ids,

            @Schema(description = "only those that this stage holds")
            String stage,

            @Schema(description = "only those of this owner")
            String owner,

            @Schema(description = "whether each is moved and put back at once", defaultValue = "false")
            boolean dryRun) {}

    /** Documents a page of what became of opportunities. */
    record DealPage(List<RerouteDeal> content, int page, int size, long total) {}

    @PostMapping
    @Operation(
            summary = "Move open opportunities to the edition in force, in the background. The answer names the address"
                    + " where its progress shows")
    @RequestBody(content = @Content(schema = @Schema(implementation = MoveBody.class)))
    @ApiResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = RerouteView.class)))
    ResponseEntity<Object> post(@org.springframework.web.bind.annotation.RequestBody JsonNode sent, Principal who) {
        var body = JsonBody.of(sent);
        var fields = new FieldReader();
        var edition = body.text("edition");
        int number = fields.required("edition", edition)
                ? fields.number("edition", Objects.requireNonNull(edition), 1, Integer.MAX_VALUE)
                : 0;
        var dryRun = body.text("dryRun");
        var ids = body.texts("ids");
        if (ids.size() > MOST_IDS) {
            fields.fault("ids", FaultCode.OUT_OF_RANGE, ids.size() + " ids", "1 to " + MOST_IDS);
        }
        if (dryRun != null && !List.of("true", "false").contains(dryRun)) {
            fields.fault("dryRun", FaultCode.NOT_A_CHOICE, dryRun, "true, false");
        }
        var which = new Which(
                ids,
                fields.text("stage", body.text("stage"), LONGEST_NAME),
                fields.text("owner", body.text("owner"), LONGEST_NAME));
        List<Fault> faults = new ArrayList<>(body.shapeFaults());
        faults.addAll(fields.faults());
        return faults.isEmpty()
                ? answer(reroutes.ask(number, which, Boolean.parseBoolean(dryRun), who.getName()))
                : Problems.of(Refusal.invalid(faults));
    }

    private ResponseEntity<Object> answer(Reroutes.Result result) {
        if (result instanceof Reroutes.Result.Received received) {
            worker.wake();
            return ResponseEntity.accepted()
                    .location(URI.create("/api/reroutes/" + received.view().id()))
                    .body(received.view());
        }
        return Problems.of(((Reroutes.Result.NotReceived) result).refusal());
    }

    @GetMapping("/{id}")
    @Operation(summary = "How a move stands, and where the opportunities went")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RerouteView.class)))
    ResponseEntity<Object> get(@PathVariable String id) {
        return reroutes.find(id).<ResponseEntity<Object>>map(ResponseEntity::ok).orElseGet(() -> noMove(id));
    }

    @GetMapping("/{id}/deals")
    @Operation(summary = "What became of each opportunity: those that cannot move first, and why")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DealPage.class)))
    ResponseEntity<Object> deals(
            @PathVariable String id,
            @RequestParam(defaultValue = "0") String page,
            @RequestParam(defaultValue = "50") String size) {
        var found = reroutes.find(id);
        if (found.isEmpty()) {
            return noMove(id);
        }
        var fields = new FieldReader();
        int pageNumber = fields.number("page", page, 0, Integer.MAX_VALUE);
        int pageSize = fields.number("size", size, 1, MOST_SHOWN);
        return fields.faults().isEmpty()
                ? ResponseEntity.ok(new DealPage(
                        reroutes.deals(id, pageNumber, pageSize),
                        pageNumber,
                        pageSize,
                        found.get().progress().totalDeals()))
                : Problems.of(Refusal.invalid(fields.faults()));
    }

    @PostMapping("/{id}/pause")
    @Operation(summary = "Stop a move behind the opportunity at hand")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RerouteView.class)))
    ResponseEntity<Object> pause(@PathVariable String id) {
        return turn(id, reroutes::pause);
    }

    @PostMapping("/{id}/resume")
    @Operation(summary = "Let a paused move go on where it stands")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RerouteView.class)))
    ResponseEntity<Object> resume(@PathVariable String id) {
        var answer = turn(id, reroutes::resume);
        worker.wake();
        return answer;
    }

    private ResponseEntity<Object> turn(String id, Function<String, Optional<Refusal>> turned) {
        return reroutes.find(id).isEmpty()
                ? noMove(id)
                : turned.apply(id).map(Problems::of).orElseGet(() -> get(id));
    }

    private static ResponseEntity<Object> noMove(String id) {
        return Problems.of(Refusal.notFound("There is no move '" + id + "'."));
    }
}
