package com.targettoclose.edition;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An edition as it is shown.
 *
 * @param name what its deployment was called; absent where nobody named it
 * @param proposedBy a user id, or {@code system}
 * @param comparedWith the edition that {@code changes} are told against; absent for the first
 * @param weakens whether a gate lets deals through that it held before
 * @param openDeals how many open opportunities run on it
 * @param decision absent while nobody decided
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EditionView(
        int number,

        @Schema(allowableValues = {"proposed", "in-force", "committed", "declined", "superseded"})
        String state,

        @Nullable String name,
        String proposedBy,
        Instant proposedAt,
        @Nullable Integer comparedWith,
        boolean weakens,
        long openDeals,
        @Nullable DecisionView decision,
        List<ChangeView> changes) {

    /** What a leader decided. */
    record DecisionView(
            @Schema(allowableValues = {"committed", "declined"})
            String decision,

            String words,
            String decidedBy,
            Instant decidedAt) {}

    static EditionView of(Edition edition, List<ChangeView> changes, long openDeals) {
        var decided = edition.decided();
        return new EditionView(
                edition.number(),
                edition.state().value(),
                edition.name(),
                edition.proposedBy(),
                edition.proposedAt(),
                edition.comparedWith(),
                edition.weakens(),
                openDeals,
                decided == null
                        ? null
                        : new DecisionView(decided.decision().value(), decided.words(), decided.by(), decided.at()),
                changes);
    }
}
