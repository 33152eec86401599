package com.targettoclose.process;

import com.targettoclose.conversation.Refusal;
import com.targettoclose.opportunity.Opportunity;

/** Refusals that several uses share, so that each says the same. */
public final class Refusals {

    private Refusals() {}

    /** There is none with this id, or none that they may see. */
    public static Refusal noOpportunity(String id) {
        return Refusal.notFound("There is no opportunity '" + id + "'.");
    }

    /** They see it, and may not change it. */
    public static Refusal notTheirs() {
        return Refusal.forbidden("You can look at this opportunity. Its owner and their manager can change it.");
    }

    /** Not possible because the opportunity has ended. */
    public static Refusal ended(Opportunity opportunity, String whatToDo) {
        return Refusal.conflict(
                "This opportunity has ended (" + opportunity.status().value() + "). " + whatToDo);
    }
}
