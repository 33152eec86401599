package com.targettoclose.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.targettoclose.conversation.Fault;
import com.targettoclose.conversation.FaultCode;
import com.targettoclose.conversation.FieldReader;
import com.targettoclose.conversation.Refusal;
import com.targettoclose.problem.JsonBody;
import com.targettoclose.problem.Problems;
import com.targettoclose.verifier.Redesigns;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.IOException;
import java.net.URI;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** What-ifs over HTTP. */
@RestController
@RequestMapping("/api/replays")
class ReplayController {

    private final Replays replays;
    private final ReplayWorker worker;

    ReplayController(Replays replays, ReplayWorker worker) {
        this.replays = replays;
        this.worker = worker;
    }

    /** The files, each a part; what the parts are called makes no difference. */
    record Files(List<MultipartFile> files) {}

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            summary = "Hold the ledgers of all deals against diagrams, tables and forms that are not deployed; writes"
                    + " nothing of a deal. The answer names the address where its progress shows",
            requestBody =
                    @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                                            schema = @Schema(implementation = Files.class))))
    @ApiResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = ReplayView.class)))
    ResponseEntity<Object> post(@Parameter(hidden = true) MultipartHttpServletRequest request, Principal who)
            throws IOException {
        var files = Redesigns.files(request);
        if (files.isEmpty()) {
            return edition(request.getParameter("edition"), who);
        }
        return answer(replays.ask(files, who.getName()));
    }

    /** Documents the body that names an edition. */
    @Schema(name = "ReplayEdition", requiredProperties = "edition")
    record EditionBody(int edition) {}

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Hold the ledgers of all deals against an edition; writes nothing of a deal")
    @RequestBody(content = @Content(schema = @Schema(implementation = EditionBody.class)))
    @ApiResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = ReplayView.class)))
    ResponseEntity<Object> post(@org.springframework.web.bind.annotation.RequestBody JsonNode sent, Principal who) {
        var body = JsonBody.of(sent);
        var edition = body.text("edition");
        var faults = body.shapeFaults();
        return faults.isEmpty() ? edition(edition, who) : Problems.of(Refusal.invalid(faults));
    }

    private ResponseEntity<Object> edition(@Nullable String edition, Principal who) {
        if (edition == null || edition.isBlank()) {
            return Problems.of(Refusal.invalid(List.of(
                    new Fault("files", FaultCode.MISSING, null, null),
                    new Fault("edition", FaultCode.MISSING, null, null))));
        }
        var fields = new FieldReader();
        int number = fields.number("edition", edition, 1, Integer.MAX_VALUE);
        return fields.faults().isEmpty()
                ? answer(replays.ask(number, who.getName()))
                : Problems.of(Refusal.invalid(fields.faults()));
    }

    private ResponseEntity<Object> answer(Replays.Result result) {
        if (result instanceof Replays.Result.Received received) {
            worker.wake();
            return ResponseEntity.accepted()
                    .location(URI.create("/api/replays/" + received.view().id()))
                    .body(received.view());
        }
        return Problems.of(((Replays.Result.NotReceived) result).refusal());
    }

    @GetMapping("/{id}")
    @Operation(summary = "How a replay stands, and what it found once it is finished")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ReplayView.class)))
    ResponseEntity<Object> get(@PathVariable String id) {
        return replays.find(id)
                .<ResponseEntity<Object>>map(ResponseEntity::ok)
                .orElseGet(() -> Problems.of(Refusal.notFound("There is no replay '" + id + "'.")));
    }
}
