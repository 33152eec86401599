package com.targettoclose.pipeline.act;

import static com.targettoclose.pipeline.act.ActForm.Field.area;

import com.targettoclose.conversation.Refusal;
import com.targettoclose.pipeline.OpportunityView;
import com.targettoclose.pipeline.page.SeenDeals.Seen;
import com.targettoclose.process.changes.ReopenOpportunity;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Takes a pursuit up again that had ended without a win. */
@Component
@Order(7)
class ReopenAct implements Act {

    private final ReopenOpportunity reopenOpportunity;

    ReopenAct(ReopenOpportunity reopenOpportunity) {
        this.reopenOpportunity = reopenOpportunity;
    }

    @Override
    public String id() {
        return "reopening";
    }

    @Override
    public String title() {
        return "Take it up again";
    }

    @Override
    public String lead() {
        return "Nothing that the client gave before is asked again, unless it took it back.";
    }

    @Override
    public String button() {
        return "Reopen";
    }

    @Override
    public String done() {
        return "The deal is open again.";
    }

    @Override
    public boolean offered(Seen seen, OpportunityView deal) {
        return !deal.status().equals("open") && !deal.status().equals("won");
    }

    @Override
    public ActForm form(Seen seen, OpportunityView deal) {
        return ActForm.of(area("words", "Why does it go on?", null));
    }

    @Override
    public Optional<Refusal> perform(Seen seen, Filled filled) {
        return reopenOpportunity.reopen(
                seen.opportunity().id(), filled.text("words"), seen.who().userId());
    }
}
