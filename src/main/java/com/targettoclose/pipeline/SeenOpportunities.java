package com.targettoclose.pipeline;

import com.targettoclose.conversation.Refusal;
import com.targettoclose.opportunity.Opportunities;
import com.targettoclose.opportunity.Opportunity;
import com.targettoclose.problem.Problems;
import com.targettoclose.process.people.Actor;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Finds an opportunity for somebody who may see it. */
@Component
public class SeenOpportunities {

    private final Opportunities opportunities;
    private final Access access;

    SeenOpportunities(Opportunities opportunities, Access access) {
        this.opportunities = opportunities;
        this.access = access;
    }

    /** Answers with an opportunity that this user may see; any other is not found, as if there were none. */
    ResponseEntity<Object> answer(String id, Authentication who, Function<Opportunity, ResponseEntity<Object>> answer) {
        return answer(id, access.actor(who), answer);
    }

    /** The same, for who asked already. */
    public ResponseEntity<Object> answer(String id, Actor who, Function<Opportunity, ResponseEntity<Object>> answer) {
        return opportunities
                .find(id)
                .filter(who::sees)
                .map(answer)
                .orElseGet(
                        () -> Problems.of(Refusal.notFound("There is no opportunity '" + id + "' that you can see.")));
    }
}
