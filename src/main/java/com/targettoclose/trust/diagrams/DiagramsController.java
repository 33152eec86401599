package com.targettoclose.trust.diagrams;

import com.targettoclose.problem.Problems;
import com.targettoclose.trust.Question;
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

/** The figures on the diagrams over HTTP. */
@RestController
class DiagramsController {

    private final FiguresOnDiagrams figures;

    DiagramsController(FiguresOnDiagrams figures) {
        this.figures = figures;
    }

    @GetMapping("/api/reports/diagrams")
    @Operation(
            summary =
                    "The diagrams of the process, with what the trust report says of each stage, gate and conversation")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DiagramsAnswer.class)))
    ResponseEntity<Object> diagrams(@ParameterObject @ModelAttribute Question question, Authentication who) {
        var read = figures.read(question, who);
        if (read instanceof Result.Refused refused) {
            return Problems.of(refused.refusal());
        }
        return figures.of(((Result.Read) read).filter())
                .<ResponseEntity<Object>>map(ResponseEntity::ok)
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
