package com.targettoclose.erasure;

import com.fasterxml.jackson.databind.JsonNode;
import com.targettoclose.conversation.Fault;
import com.targettoclose.conversation.FaultCode;
import com.targettoclose.conversation.FieldReader;
import com.targettoclose.conversation.Refusal;
import com.targettoclose.erasure.ErasePerson.Result;
import com.targettoclose.problem.JsonBody;
import com.targettoclose.problem.Problems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.security.Principal;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Erasing a person over HTTP, and the proofs. */
@RestController
@RequestMapping("/api/erasures")
class ErasureController {

    private static final int MOST = 100;

    private final ErasePerson erasePerson;
    private final ErasureTable table;

    ErasureController(ErasePerson erasePerson, ErasureTable table) {
        this.erasePerson = erasePerson;
        this.table = table;
    }

    /** Documents the body that asks for it. */
    @Schema(
            name = "ErasePerson",
            requiredProperties = {"person", "reason"})
    record ErasureBody(
            @Schema(description = "first and last name, whatever the case; texts that name them go as a whole")
            String person,

            @Schema(description = "why; it stands in the ledgers for good, so it names nobody")
            String reason,

            @Schema(description = "only says how much there is", defaultValue = "false")
            boolean dryRun) {}

    /** Documents a page of proofs. */
    record ErasurePage(List<Erasure> content, int page, int size, long total) {}

    @PostMapping
    @Operation(summary = "Erase what is kept of a person at a client. It cannot be taken back: try a dry run first")
    @RequestBody(content = @Content(schema = @Schema(implementation = ErasureBody.class)))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Erasure.class)))
    ResponseEntity<Object> erase(@org.springframework.web.bind.annotation.RequestBody JsonNode sent, Principal who) {
        var body = JsonBody.of(sent);
        var person = body.text("person");
        var reason = body.text("reason");
        var dryRun = body.text("dryRun");
        var faults = body.shapeFaults();
        if (!faults.isEmpty()) {
            return Problems.of(Refusal.invalid(faults));
        }
        if (dryRun != null && !List.of("true", "false").contains(dryRun)) {
            return Problems.of(
                    Refusal.invalid(List.of(new Fault("dryRun", FaultCode.NOT_A_CHOICE, dryRun, "true, false"))));
        }
        var result = erasePerson.erase(person, reason, Boolean.parseBoolean(dryRun), who.getName());
        return result instanceof Result.Done done
                ? ResponseEntity.ok(done.erasure())
                : Problems.of(((Result.NotDone) result).refusal());
    }

    @GetMapping
    @Operation(summary = "That people's names and words were erased: when, by whom, why and how much, newest first")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ErasurePage.class)))
    ResponseEntity<Object> list(
            @RequestParam(defaultValue = "0") String page, @RequestParam(defaultValue = "20") String size) {
        var fields = new FieldReader();
        int pageNumber = fields.number("page", page, 0, Integer.MAX_VALUE);
        int pageSize = fields.number("size", size, 1, MOST);
        return fields.faults().isEmpty()
                ? ResponseEntity.ok(
                        new ErasurePage(table.page(pageNumber, pageSize), pageNumber, pageSize, table.count()))
                : Problems.of(Refusal.invalid(fields.faults()));
    }
}
