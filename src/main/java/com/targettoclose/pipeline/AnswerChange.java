package com.targettoclose.pipeline;

import com.targettoclose.conversation.Fault;
import com.targettoclose.conversation.Refusal;
import com.targettoclose.opportunity.Opportunities;
import com.targettoclose.problem.JsonBody;
import com.targettoclose.problem.Problems;
import com.targettoclose.process.Races;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Answers who wants to change an opportunity: whether they may, what is wrong with what they sent, what became of it. */
@Component
class AnswerChange {

    private final Opportunities opportunities;
    private final Access access;
    private final SeenOpportunities seen;
    private final OpportunityViews views;

    AnswerChange(Opportunities opportunities, Access access, SeenOpportunities seen, OpportunityViews views) {
        this.opportunities = opportunities;
        this.access = access;
        this.seen = seen;
        this.views = views;
    }

    /** Changes an opportunity with a body whose fields were all asked for. */
    ResponseEntity<Object> answer(String id, Authentication who, JsonBody body, Supplier<Optional<Refusal>> change) {
        return answer(id, who, body.shapeFaults(), HttpStatus.OK, change);
    }

    /**
     * Changes an opportunity.
     *
     * @param faults what is wrong with the body's shape
     * @param done the status that says it was changed
     */
    ResponseEntity<Object> answer(
            String id, Authentication who, List<Fault> faults, HttpStatus done, Supplier<Optional<Refusal>> change) {
        var actor = access.actor(who);
        return seen.answer(id, actor, opportunity -> {
            if (!actor.actsFor(opportunity.owner())) {
                return Problems.of(Refusal.forbidden(
                        "You can look at this opportunity. Its owner and their manager can change it."));
            }
            if (!faults.isEmpty()) {
                return Problems.of(Refusal.invalid(faults));
            }
            return Races.retried(change)
                    .map(Problems::of)
                    .orElseGet(() -> ResponseEntity.status(done)
                            .body(views.of(opportunities.find(id).orElseThrow())));
        });
    }
}
