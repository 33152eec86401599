package com.targettoclose.audit;

import com.targettoclose.conversation.FieldReader;
import com.targettoclose.conversation.Refusal;
import com.targettoclose.problem.Problems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reading the audit trail over HTTP. */
@RestController
@RequestMapping("/api/audit")
class AuditController {

    private static final int MOST = 200;
    private static final int LONGEST_NAME = 64;

    private final AuditTable table;
    private final Clock clock;

    AuditController(AuditTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    @GetMapping
    @Operation(
            summary = "Who did and tried what, newest first, page by page",
            description = "Refused attempts, sign-ins and administration. Asked for an opportunity or a user, also what"
                    + " was done to opportunities, from their ledgers. Days are whole, the last one included.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AuditPage.class)))
    ResponseEntity<Object> list(
            @RequestParam(required = false) @Nullable String opportunity,
            @RequestParam(required = false) @Nullable String user,
            @RequestParam(required = false) @Nullable String outcome,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(defaultValue = "0") String page,
            @RequestParam(defaultValue = "50") String size) {
        var fields = new FieldReader();
        var first = fields.date("from", from);
        var last = fields.date("to", to);
        var filter = new AuditFilter(
                fields.text("opportunity", opportunity, LONGEST_NAME),
                fields.text("user", user, LONGEST_NAME),
                fields.choice("outcome", Outcome.class, outcome),
                first == null ? null : startOf(first),
                last == null ? null : startOf(last.plusDays(1)));
        int pageNumber = fields.number("page", page, 0, Integer.MAX_VALUE);
        int pageSize = fields.number("size", size, 1, MOST);
        if (!fields.faults().isEmpty()) {
            return Problems.of(Refusal.invalid(fields.faults()));
        }
        return ResponseEntity.ok(
                new AuditPage(table.page(filter, pageNumber, pageSize), pageNumber, pageSize, table.count(filter)));
    }

    private Instant startOf(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toInstant();
    }
}
