package com.targettoclose.trust;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.targettoclose.conversation.FieldReader;
import com.targettoclose.conversation.Refusal;
import com.targettoclose.problem.JsonBody;
import com.targettoclose.problem.Problems;
import com.targettoclose.process.people.Actors;
import com.targettoclose.process.people.Group;
import com.targettoclose.process.reviews.HoldReview;
import com.targettoclose.process.reviews.HoldReview.RawDecision;
import com.targettoclose.process.reviews.Review;
import com.targettoclose.process.reviews.Reviews;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Process reviews over HTTP: leaders see all, a manager their own. */
@RestController
@RequestMapping("/api/reviews")
class ReviewController {

    private static final int MOST = 100;

    private final Reviews reviews;
    private final HoldReview holdReview;
    private final Actors actors;
    private final Clock clock;

    ReviewController(Reviews reviews, HoldReview holdReview, Actors actors, Clock clock) {
        this.reviews = reviews;
        this.holdReview = holdReview;
        this.actors = actors;
        this.clock = clock;
    }

    /** A review as it is shown; what came of it is absent while nobody held it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReviewView(
            int number,

            @Schema(allowableValues = {"leaders", "team"}) String kind,

            String reviewer,
            LocalDate firstDay,
            LocalDate lastDay,
            LocalDate dueOn,

            @Schema(allowableValues = {"open", "held", "passed-on", "missed"})
            String state,

            @Nullable String decision,
            @Nullable String reason,
            @Nullable String heldBy) {}

    /** Documents a page of reviews. */
    record ReviewPage(List<ReviewView> content, int page, int size, long total) {}

    /** Documents the body that holds one. */
    @Schema(
            name = "HoldReview",
            requiredProperties = {"decision", "reason"})
    record ReviewBody(
            @Schema(allowableValues = {"keep", "coach", "change"})
            String decision,

            String reason) {}

    @GetMapping
    @Operation(summary = "Process reviews, newest first: whether each was held, and what came of it")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ReviewPage.class)))
    ResponseEntity<Object> list(
            @RequestParam(defaultValue = "0") String page,
            @RequestParam(defaultValue = "20") String size,
            Authentication who) {
        var fields = new FieldReader();
        int pageNumber = fields.number("page", page, 0, Integer.MAX_VALUE);
        int pageSize = fields.number("size", size, 1, MOST);
        if (!fields.faults().isEmpty()) {
            return Problems.of(Refusal.invalid(fields.faults()));
        }
        var actor = actors.of(who);
        var reviewer = actor.in(Group.LEADER) ? "" : actor.userId();
        var content = reviews.page(reviewer, pageNumber, pageSize).stream()
                .map(this::view)
                .toList();
        return ResponseEntity.ok(new ReviewPage(content, pageNumber, pageSize, reviews.count(reviewer)));
    }

    @PostMapping("/{number}")
    @Operation(summary = "Hold a process review: keep, coach or change")
    @RequestBody(content = @Content(schema = @Schema(implementation = ReviewBody.class)))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ReviewView.class)))
    ResponseEntity<Object> hold(
            @PathVariable String number,
            @org.springframework.web.bind.annotation.RequestBody JsonNode sent,
            Authentication who) {
        if (!number.matches("\\d{1,9}")) {
            return Problems.of(Refusal.notFound("There is no review '" + number + "'."));
        }
        var body = JsonBody.of(sent);
        var decision = new RawDecision(body.text("decision"), body.text("reason"));
        var faults = body.shapeFaults();
        if (!faults.isEmpty()) {
            return Problems.of(Refusal.invalid(faults));
        }
        int wanted = Integer.parseInt(number);
        return holdReview
                .hold(wanted, decision, actors.of(who), null)
                .map(Problems::of)
                .orElseGet(() -> ResponseEntity.ok(view(reviews.find(wanted).orElseThrow())));
    }

    private ReviewView view(Review review) {
        var held = review.held();
        return new ReviewView(
                review.number(),
                review.kind().value(),
                review.reviewer(),
                review.firstDay(),
                review.lastDay(),
                review.dueOn(),
                review.state(LocalDate.now(clock)).value(),
                held == null ? null : held.decision().value(),
                held == null ? null : held.reason(),
                held == null ? null : held.by());
    }
}
