package com.targettoclose.pipeline.page;

import com.targettoclose.pipeline.OpportunityView;
import com.targettoclose.pipeline.page.SeenDeals.Seen;
import java.util.List;
import java.util.Optional;

/** What can be done with an opportunity from its page. */
public interface Offers {

    /** Something that can be done: its address below the page's, and what it is called. */
    record Offer(String id, String title) {}

    /** What this person can do with the deal as it stands. */
    List<Offer> of(Seen seen, OpportunityView deal);

    /** What to say once it was done; empty where there is no such thing. */
    Optional<String> done(String id);
}
