package com.targettoclose.edition;

import com.fasterxml.jackson.databind.JsonNode;
import com.targettoclose.conversation.FieldReader;
import com.targettoclose.conversation.Refusal;
import com.targettoclose.edition.CommitToEdition.RawDecision;
import com.targettoclose.problem.JsonBody;
import com.targettoclose.problem.Problems;
import com.targettoclose.process.people.Actors;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Editions over HTTP. */
@RestController
@RequestMapping("/api/editions")
class EditionController {

    private static final int MOST = 100;

    private final Editions editions;
    private final OpenDeals openDeals;
    private final CommitToEdition commit;
    private final Actors actors;

    EditionController(Editions editions, OpenDeals openDeals, CommitToEdition commit, Actors actors) {
        this.editions = editions;
        this.openDeals = openDeals;
        this.commit = commit;
        this.actors = actors;
    }

    /** Documents a page of editions. */
    record EditionPage(List<EditionView> content, int page, int size, long total) {}

    /** Documents the body that decides. */
    @Schema(
            name = "CommitToEdition",
            requiredProperties = {"decision", "words"})
    record CommitmentBody(
            @Schema(allowableValues = {"committed", "declined"})
            String decision,

            @Schema(description = "why") String words) {}

    @GetMapping
    @Operation(summary = "The editions of the process, newest first: by whom, decided by whom, what changed with each")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = EditionPage.class)))
    ResponseEntity<Object> list(
            @RequestParam(defaultValue = "0") String page, @RequestParam(defaultValue = "20") String size) {
        var fields = new FieldReader();
        int pageNumber = fields.number("page", page, 0, Integer.MAX_VALUE);
        int pageSize = fields.number("size", size, 1, MOST);
        if (!fields.faults().isEmpty()) {
            return Problems.of(Refusal.invalid(fields.faults()));
        }
        var found = editions.page(pageNumber, pageSize);
        var changes = editions.changes(found);
        var deals = openDeals.byDeployment();
        var content = found.stream()
                .map(edition -> view(edition, changes.getOrDefault(edition.number(), List.of()), deals))
                .toList();
        return ResponseEntity.ok(new EditionPage(content, pageNumber, pageSize, editions.count()));
    }

    @GetMapping("/{number}")
    @Operation(summary = "One edition")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = EditionView.class)))
    ResponseEntity<Object> get(@PathVariable String number) {
        return numbered(number)
                .<ResponseEntity<Object>>map(edition ->
                        ResponseEntity.ok(view(edition, editions.changes(edition), openDeals.byDeployment())))
                .orElseGet(() -> noEdition(number));
    }

    @PostMapping("/{number}/commitment")
    @Operation(summary = "Commit to the edition that was proposed last, or decline it")
    @RequestBody(content = @Content(schema = @Schema(implementation = CommitmentBody.class)))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = EditionView.class)))
    ResponseEntity<Object> commit(
            @PathVariable String number,
            @org.springframework.web.bind.annotation.RequestBody JsonNode sent,
            Authentication who) {
        var edition = numbered(number);
        if (edition.isEmpty()) {
            return noEdition(number);
        }
        var body = JsonBody.of(sent);
        var decision = new RawDecision(body.text("decision"), body.text("words"));
        var faults = body.shapeFaults();
        if (!faults.isEmpty()) {
            return Problems.of(Refusal.invalid(faults));
        }
        return commit.decide(edition.get().number(), decision, actors.of(who), null)
                .map(Problems::of)
                .orElseGet(() -> get(number));
    }

    private Optional<Edition> numbered(String number) {
        return number.matches("\\d{1,9}") ? editions.find(Integer.parseInt(number)) : Optional.empty();
    }

    private static ResponseEntity<Object> noEdition(String number) {
        return Problems.of(Refusal.notFound("There is no edition '" + number + "'."));
    }

    private static EditionView view(Edition edition, List<ChangeView> changes, Map<String, Long> deals) {
        return EditionView.of(edition, changes, deals.getOrDefault(edition.deploymentId(), 0L));
    }
}
