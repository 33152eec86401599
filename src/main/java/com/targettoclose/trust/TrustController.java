package com.targettoclose.trust;

import com.targettoclose.problem.Problems;
import com.targettoclose.report.figures.TrustFigures;
import com.targettoclose.trust.ReadQuestion.Result;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RestController;

/** The trust report over HTTP. */
@RestController
class TrustController {

    private final ReadQuestion questions;
    private final TrustFigures figures;
    private final Labels labels;
    private final HeldReviews heldReviews;

    TrustController(ReadQuestion questions, TrustFigures figures, Labels labels, HeldReviews heldReviews) {
        this.heldReviews = heldReviews;
        this.questions = questions;
        this.figures = figures;
        this.labels = labels;
    }

    @GetMapping("/api/reports/trust")
    @Operation(summary = "Whether the process works: every figure of the trust report, with its counts and interval")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TrustAnswer.class)))
    ResponseEntity<Object> trust(@ParameterObject @ModelAttribute Question question, Authentication who) {
        var read = questions.read(question, who);
        if (read instanceof Result.Refused refused) {
            return Problems.of(refused.refusal());
        }
        var filter = ((Result.Read) read).filter();
        var report = figures.of(filter);
        var teams = labels.of(report).byTeam(report.people());
        return ResponseEntity.ok(new TrustAnswer(TrustAnswer.NOTE, filter, report, teams, heldReviews.of(read, who)));
    }
}
