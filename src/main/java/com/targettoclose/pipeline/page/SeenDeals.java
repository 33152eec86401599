package com.targettoclose.pipeline.page;

import com.targettoclose.opportunity.Opportunities;
import com.targettoclose.opportunity.Opportunity;
import com.targettoclose.pipeline.Access;
import com.targettoclose.process.people.Actor;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Finds the opportunity of a page for somebody who may see it. */
@Component
public class SeenDeals {

    private final Opportunities opportunities;
    private final Access access;

    SeenDeals(Opportunities opportunities, Access access) {
        this.opportunities = opportunities;
        this.access = access;
    }

    /** An opportunity, and who looks at it. */
    public record Seen(Opportunity opportunity, Actor who) {

        /** Whether they may record for it. */
        public boolean mayAct() {
            return who.actsFor(opportunity.owner());
        }
    }

    /** @throws NotThere where there is none that they may see */
    public Seen see(String id, Authentication who) {
        var actor = access.actor(who);
        return opportunities
                .find(id)
                .filter(actor::sees)
                .map(opportunity -> new Seen(opportunity, actor))
                .orElseThrow(NotThere::new);
    }

    /**
     * As {@link #see}, for who wants to change it.
     *
     * @throws NotThere where they may not
     */
    public Seen change(String id, Authentication who) {
        var seen = see(id, who);
        if (!seen.mayAct()) {
            throw new NotThere();
        }
        return seen;
    }
}
