package com.targettoclose.pipeline;

import com.targettoclose.opportunity.Opportunity;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of opportunities.
 *
 * @param page from 0
 * @param total how many fit in all
 */
@Schema(name = "OpportunityPage")
record OpportunityPage(List<Line> content, int page, int size, long total) {

    /** One opportunity in a list; {@code stage} as its last gate wrote it down. */
    @Schema(name = "OpportunityLine")
    record Line(
            String id,
            String account,
            String owner,
            String status,
            @Nullable String stage,
            @Nullable BigDecimal value,
            @Nullable String currency,
            String dealType,
            @Nullable LocalDate openedOn,
            @Nullable LocalDate closedOn) {

        static Line of(Opportunity it) {
            return new Line(
                    it.id(),
                    it.account(),
                    it.owner(),
                    it.status().value(),
                    it.stage(),
                    it.terms().value(),
                    it.terms().currency(),
                    it.terms().dealType().value(),
                    it.openedOn(),
                    it.closedOn());
        }
    }
}
