package com.targettoclose.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.targettoclose.conversation.Refusal;
import com.targettoclose.problem.JsonBody;
import com.targettoclose.problem.Problems;
import com.targettoclose.process.Races;
import com.targettoclose.process.changes.ChangeTeam;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who leads whom, over HTTP; for sales leaders. */
@RestController
@RequestMapping("/api/teams/{rep}")
class TeamController {

    private final Access access;
    private final ChangeTeam changeTeam;

    TeamController(Access access, ChangeTeam changeTeam) {
        this.access = access;
        this.changeTeam = changeTeam;
    }

    /** Documents the body that says who leads. */
    @Schema(
            name = "LeadRep",
            requiredProperties = {"managers"})
    record LeadBody(
            @Schema(description = "ids of users who sell; none where the sales leaders decide")
            List<String> managers) {}

    /**
     * Who leads a rep.
     *
     * @param managers ids, in alphabetical order
     */
    @Schema(name = "Team")
    record TeamView(String rep, List<String> managers) {}

    @GetMapping
    @Operation(summary = "Who leads a rep")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TeamView.class)))
    ResponseEntity<Object> get(@PathVariable String rep) {
        return view(rep);
    }

    @PutMapping
    @Operation(summary = "Say who leads a rep from now on; what waited for those who did waits for them")
    @RequestBody(content = @Content(schema = @Schema(implementation = LeadBody.class)))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TeamView.class)))
    ResponseEntity<Object> lead(
            @PathVariable String rep,
            @org.springframework.web.bind.annotation.RequestBody JsonNode sent,
            Authentication who) {
        var body = JsonBody.of(sent);
        var managers = body.texts("managers");
        var faults = body.shapeFaults();
        if (!faults.isEmpty()) {
            return Problems.of(Refusal.invalid(faults));
        }
        return Races.retried(() -> changeTeam.lead(rep, managers, access.actor(who)))
                .map(Problems::of)
                .orElseGet(() -> view(rep));
    }

    private ResponseEntity<Object> view(String rep) {
        return changeTeam
                .managersOf(rep)
                .map(managers -> ResponseEntity.<Object>ok(new TeamView(rep, managers)))
                .orElseGet(() -> Problems.of(Refusal.notFound("There is nobody who sells by the id '" + rep + "'.")));
    }
}
