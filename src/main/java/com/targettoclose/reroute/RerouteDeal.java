package com.targettoclose.reroute;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.targettoclose.conversation.Choice;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What became of one opportunity.
 *
 * @param stoodIn the stage that held it before; absent where it was not looked at
 * @param standsIn the stage that holds it on the edition; absent where it did not move, or no gate holds it: then it is won
 * @param why it did not move; absent where it did
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RerouteDeal(
        String id,

        @Schema(allowableValues = {"waiting", "moved", "left", "failed"})
        String outcome,

        @Nullable String stoodIn,
        @Nullable String standsIn,
        @Nullable String why) {

    private static final int LONGEST = 1_000;

    static RerouteDeal moved(String id, @Nullable String stoodIn, @Nullable String standsIn) {
        return new RerouteDeal(id, Outcome.MOVED.value(), stoodIn, standsIn, null);
    }

    static RerouteDeal left(String id, String why) {
        return new RerouteDeal(id, Outcome.LEFT.value(), null, null, why);
    }

    static RerouteDeal failed(String id, @Nullable String stoodIn, String why) {
        return new RerouteDeal(
                id, Outcome.FAILED.value(), stoodIn, null, why.substring(0, Math.min(why.length(), LONGEST)));
    }

    Outcome became() {
        return Choice.of(Outcome.class, outcome).orElseThrow();
    }
}
