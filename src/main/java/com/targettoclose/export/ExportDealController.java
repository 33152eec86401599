package com.targettoclose.export;

import com.targettoclose.conversation.Refusal;
import com.targettoclose.export.ExportDeal.Exported;
import com.targettoclose.problem.Problems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.security.Principal;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Everything that is kept of one opportunity, as a file. Who may read it stands in the table of access. */
@RestController
class ExportDealController {

    private final ExportDeal exportDeal;

    ExportDealController(ExportDeal exportDeal) {
        this.exportDeal = exportDeal;
    }

    @GetMapping("/api/opportunities/{id}/export")
    @Operation(summary = "Everything that is kept of an opportunity, table by table, with names, words and the chain")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Exported.class)))
    ResponseEntity<Object> export(@PathVariable String id, Principal who) {
        var file = ContentDisposition.attachment().filename("opportunity.json").build();
        return exportDeal
                .of(id, who.getName())
                .map(all -> ResponseEntity.ok()
                        .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
                        .<Object>body(all))
                .orElseGet(() -> Problems.of(Refusal.notFound("There is no opportunity '" + id + "'.")));
    }
}
