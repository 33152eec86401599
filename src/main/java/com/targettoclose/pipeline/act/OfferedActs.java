package com.targettoclose.pipeline.act;

import com.targettoclose.pipeline.OpportunityView;
import com.targettoclose.pipeline.page.Offers;
import com.targettoclose.pipeline.page.SeenDeals.Seen;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Offers on a deal's page what can be done with it as it stands. */
@Component
class OfferedActs implements Offers {

    private final List<Act> acts;

    OfferedActs(List<Act> acts) {
        this.acts = acts;
    }

    @Override
    public List<Offer> of(Seen seen, OpportunityView deal) {
        return seen.mayAct()
                ? acts.stream()
                        .filter(act -> act.offered(seen, deal))
                        .map(act -> new Offer(act.id(), act.title()))
                        .toList()
                : List.of();
    }

    @Override
    public Optional<String> done(String id) {
        return acts.stream().filter(act -> act.id().equals(id)).map(Act::done).findFirst();
    }
}
