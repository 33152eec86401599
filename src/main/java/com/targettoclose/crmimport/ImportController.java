package com.targettoclose.crmimport;

import com.targettoclose.conversation.Fault;
import com.targettoclose.conversation.FaultCode;
import com.targettoclose.conversation.FieldReader;
import com.targettoclose.conversation.Refusal;
import com.targettoclose.problem.Problems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Imports over HTTP. */
@RestController
@RequestMapping("/api/imports")
class ImportController {

    private static final int MOST_IMPORTS = 200;
    private static final int MOST_REJECTED = 1_000;

    private final Imports imports;
    private final ImportWorker worker;

    ImportController(Imports imports, ImportWorker worker) {
        this.imports = imports;
        this.worker = worker;
    }

    /** A page of imports, newest first. */
    record ImportPage(List<ImportView> content, int page, int size, long total) {}

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(summary = "Import a CRM's export; the answer names the address where its progress shows")
    @ApiResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = ImportView.class)))
    ResponseEntity<Object> post(
            @RequestPart(required = false) @Nullable MultipartFile file,
            @RequestPart(required = false) @Nullable String mapping,
            @RequestPart(required = false) @Nullable MultipartFile teams,
            Principal who)
            throws IOException {
        if (file == null) {
            return Problems.of(Refusal.invalid(List.of(new Fault("file", FaultCode.MISSING, null, null))));
        }
        if (teams != null && teams.getSize() > TeamsFile.LONGEST) {
            var limit = Integer.toString(TeamsFile.LONGEST);
            return Problems.of(Refusal.invalid(List.of(new Fault("teams", FaultCode.TOO_LONG, null, limit))));
        }
        var upload = new Imports.Upload(
                file,
                Objects.requireNonNullElse(file.getOriginalFilename(), ""),
                mapping,
                teams == null ? null : new String(teams.getBytes(), StandardCharsets.UTF_8));
        var result = imports.receive(upload, who.getName());
        if (result instanceof Imports.Result.Received received) {
            worker.wake();
            return ResponseEntity.accepted()
                    .location(URI.create("/api/imports/" + received.view().id()))
                    .body(received.view());
        }
        return Problems.of(((Imports.Result.NotReceived) result).refusal());
    }

    @GetMapping("/{id}")
    @Operation(summary = "How an import stands, with its rejected rows page by page")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ImportView.class)))
    ResponseEntity<Object> get(
            @PathVariable String id,
            @RequestParam(defaultValue = "0") String page,
            @RequestParam(defaultValue = "1000") String size) {
        var fields = new FieldReader();
        int number = fields.number("page", page, 0, Integer.MAX_VALUE);
        int most = fields.number("size", size, 1, MOST_REJECTED);
        if (!fields.faults().isEmpty()) {
            return Problems.of(Refusal.invalid(fields.faults()));
        }
        return imports.find(id, number, most)
                .<ResponseEntity<Object>>map(ResponseEntity::ok)
                .orElseGet(() -> Problems.of(Refusal.notFound("There is no import '" + id + "'.")));
    }

    @GetMapping
    @Operation(summary = "Imports, newest first, page by page")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ImportPage.class)))
    ResponseEntity<Object> list(
            @RequestParam(defaultValue = "0") String page, @RequestParam(defaultValue = "20") String size) {
        var fields = new FieldReader();
        int number = fields.number("page", page, 0, Integer.MAX_VALUE);
        int most = fields.number("size", size, 1, MOST_IMPORTS);
        return fields.faults().isEmpty()
                ? ResponseEntity.ok(new ImportPage(imports.page(number, most), number, most, imports.count()))
                : Problems.of(Refusal.invalid(fields.faults()));
    }
}
