package com.targettoclose.pipeline;

import com.targettoclose.process.requests.Proposals.Found;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A proposal to change the process, as the HTTP contract shows it.
 *
 * @param opportunities the ids of those that show it
 * @param state {@code open, taken-up, later} or {@code declined}
 * @param words where the process does not fit, and what would fit better
 */
@Schema(name = "Proposal")
record ProposalView(
        String id,
        List<String> opportunities,
        String state,
        String proposedBy,
        @Nullable LocalDate proposedOn,
        @Nullable String words,
        @Nullable String answeredBy,
        @Nullable LocalDate answeredOn,
        @Nullable String reason) {

    private static final String OPEN = "open";

    static ProposalView of(Found found) {
        var proposal = found.proposal();
        var asked = proposal.asked();
        var answer = proposal.answer();
        return new ProposalView(
                RequestId.of(asked).text(),
                proposal.opportunities(),
                answer == null ? OPEN : proposal.decision(),
                asked.recordedBy(),
                asked.content().occurredOn(),
                asked.content().words(),
                answer == null ? null : answer.recordedBy(),
                answer == null ? null : answer.content().occurredOn(),
                answer == null ? null : answer.content().words());
    }

    /**
     * One page of proposals.
     *
     * @param page from 0
     * @param total how many there are in all
     */
    @Schema(name = "ProposalPage")
    record Page(List<ProposalView> content, int page, int size, long total) {}
}
