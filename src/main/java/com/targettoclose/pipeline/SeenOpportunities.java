package com.targettoclose.pipeline;

import com.targettoclose.conversation.Refusal;
import com.targettoclose.opportunity.Opportunities;
import com.targettoclose.opportunity.Opportunity;
import com.targettoclose.problem.Problems;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Finds an opportunity for somebody who may see it. */
@Component
class SeenOpportunities {

    private final Opportunities opportunities;

    SeenOpportunities(Opportunities opportunities) {
        this.opportunities = opportunities;
    }

    /** Answers with an opportunity that this user may see; any other is not found, as if there were none. */
    ResponseEntity<Object> answer(String id, Authentication who, Function<Opportunity, ResponseEntity<Object>> answer) {
        return opportunities
                .find(id)
                .filter(opportunity -> Access.actor(who).sees(opportunity))
                .map(answer)
                .orElseGet(
                        () -> Problems.of(Refusal.notFound("There is no opportunity '" + id + "' that you can see.")));
    }
}
