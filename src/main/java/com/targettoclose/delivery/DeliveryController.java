package com.targettoclose.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.targettoclose.conversation.Choice;
import com.targettoclose.conversation.Fault;
import com.targettoclose.conversation.FaultCode;
import com.targettoclose.conversation.FieldReader;
import com.targettoclose.conversation.Refusal;
import com.targettoclose.problem.JsonBody;
import com.targettoclose.problem.Problems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Events that were not taken, for operations. */
@RestController
@RequestMapping("/api/deliveries")
class DeliveryController {

    private static final int MOST = 100;

    private final Outbox outbox;
    private final DeadLetters deadLetters;
    private final DeliverySettings settings;

    DeliveryController(Outbox outbox, DeadLetters deadLetters, DeliverySettings settings) {
        this.outbox = outbox;
        this.deadLetters = deadLetters;
        this.settings = settings;
    }

    /** What can be done with an event that was not taken. */
    enum Decision implements Choice {
        /** Send it again, and what comes after it. */
        AGAIN,
        /** Leave it out, and go on with what comes after it. */
        SKIP
    }

    /**
     * What was not delivered.
     *
     * @param wanted whether anybody is to be told: T2C_EVENTS_URL is set
     * @param undelivered deals with news that are on their way or wait
     * @param waiting deals that nobody tries any more, the oldest first
     * @param total how many of those there are
     */
    @Schema(name = "Deliveries")
    record Deliveries(
            boolean wanted, long undelivered, List<DeadLetters.Waiting> waiting, int page, int size, long total) {}

    /** Documents the body of a decision. */
    @Schema(
            name = "DeliveryDecision",
            requiredProperties = {"decision"})
    record DecisionBody(Decision decision) {}

    /**
     * What was decided.
     *
     * @param deals how many go on
     */
    record Decided(long deals) {}

    @GetMapping
    @Operation(summary = "Events to another system: how many are on their way, and which were not taken")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Deliveries.class)))
    ResponseEntity<Object> list(
            @RequestParam(defaultValue = "0") String page, @RequestParam(defaultValue = "20") String size) {
        var fields = new FieldReader();
        int number = fields.number("page", page, 0, Integer.MAX_VALUE / MOST);
        int most = fields.number("size", size, 1, MOST);
        return fields.faults().isEmpty()
                ? ResponseEntity.ok(new Deliveries(
                        settings.wanted(),
                        settings.wanted() ? outbox.undelivered() : 0,
                        deadLetters.some(number * most, most),
                        number,
                        most,
                        deadLetters.count()))
                : Problems.of(Refusal.invalid(fields.faults()));
    }

    @PostMapping
    @Operation(summary = "Send all events again that were not taken")
    @RequestBody(content = @Content(schema = @Schema(implementation = DecisionBody.class)))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Decided.class)))
    ResponseEntity<Object> again(@org.springframework.web.bind.annotation.RequestBody JsonNode sent) {
        return decided(
                sent, List.of(Decision.AGAIN), decision -> ResponseEntity.ok(new Decided(deadLetters.allAgain())));
    }

    @PostMapping("/{opportunity}")
    @Operation(summary = "Send the event of one deal again that was not taken, or leave it out")
    @RequestBody(content = @Content(schema = @Schema(implementation = DecisionBody.class)))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Decided.class)))
    ResponseEntity<Object> decide(
            @PathVariable String opportunity, @org.springframework.web.bind.annotation.RequestBody JsonNode sent) {
        return decided(sent, List.of(Decision.values()), decision -> {
            var number = deadLetters.number(opportunity);
            if (decision == Decision.SKIP) {
                number.ifPresent(it -> outbox.taken(opportunity, it));
            }
            return deadLetters.again(opportunity)
                    ? ResponseEntity.ok(new Decided(1))
                    : Problems.of(Refusal.notFound("No event of this deal waits for a decision. GET /api/deliveries"
                            + " lists those that do."));
        });
    }

    private static ResponseEntity<Object> decided(
            JsonNode sent, List<Decision> allowed, Function<Decision, ResponseEntity<Object>> then) {
        var body = JsonBody.of(sent);
        var text = Objects.requireNonNullElse(body.text("decision"), "");
        if (!body.shapeFaults().isEmpty()) {
            return Problems.of(Refusal.invalid(body.shapeFaults()));
        }
        return Choice.of(Decision.class, text)
                .filter(allowed::contains)
                .map(then)
                .orElseGet(() -> Problems.of(Refusal.invalid(List.of(new Fault(
                        "decision",
                        text.isEmpty() ? FaultCode.MISSING : FaultCode.NOT_A_CHOICE,
                        text,
                        String.join(", ", allowed.stream().map(Choice::value).toList()))))));
    }
}
