package com.targettoclose.verifier;

import com.targettoclose.conversation.Fault;
import com.targettoclose.conversation.FaultCode;
import com.targettoclose.conversation.Refusal;
import com.targettoclose.problem.Problems;
import com.targettoclose.verifier.offer.Offer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** Judges a redesign over HTTP without deploying it. */
@RestController
@RequestMapping("/api/verifications")
class VerificationController {

    private final Redesigns redesigns;

    VerificationController(Redesigns redesigns) {
        this.redesigns = redesigns;
    }

    /**
     * What is to be said of a redesign.
     *
     * @param violations everything that the rules have against it, errors first
     * @param offers files that it lacks, written out
     */
    record Verification(List<ViolationView> violations, List<Offer> offers) {}

    /** The files, each a part; what the parts are called makes no difference. */
    record Upload(List<MultipartFile> files) {}

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            summary = "Hold diagrams, tables and forms against the rules, with what is deployed for the rest; deploys"
                    + " nothing",
            requestBody =
                    @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                                            schema = @Schema(implementation = Upload.class))))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Verification.class)))
    ResponseEntity<Object> post(@Parameter(hidden = true) MultipartHttpServletRequest request) throws IOException {
        var proposed = Redesigns.files(request);
        if (proposed.isEmpty()) {
            return Problems.of(Refusal.invalid(List.of(new Fault("files", FaultCode.MISSING, null, null))));
        }
        var redesign = redesigns.propose(proposed);
        return ResponseEntity.ok(new Verification(redesign.violations(), redesign.offers()));
    }
}
