package com.targettoclose.pipeline.act;

import com.targettoclose.conversation.Refusal;
import com.targettoclose.pipeline.OpportunityView;
import com.targettoclose.pipeline.page.SeenDeals.Seen;
import java.util.Optional;

/** Something that can be done with an opportunity: what it asks, and what it does with the answers. */
interface Act {

    /** In its address. */
    String id();

    /** What it is called where it is offered, and above its form. */
    String title();

    /** What happens, in a sentence or two. */
    String lead();

    /** On its button. */
    String button();

    /** Said once it is done. */
    String done();

    /** Whether it makes sense for this deal as it stands, and this person may do it. */
    boolean offered(Seen seen, OpportunityView deal);

    /** What it asks of this deal. */
    ActForm form(Seen seen, OpportunityView deal);

    /** Does it; why not, every fault included, or empty. */
    Optional<Refusal> perform(Seen seen, Filled filled);
}
