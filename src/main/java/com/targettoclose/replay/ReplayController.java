package com.targettoclose.replay;

import com.targettoclose.conversation.Fault;
import com.targettoclose.conversation.FaultCode;
import com.targettoclose.conversation.Refusal;
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
            return Problems.of(Refusal.invalid(List.of(new Fault("files", FaultCode.MISSING, null, null))));
        }
        var result = replays.ask(files, who.getName());
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
