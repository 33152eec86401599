package com.targettoclose.pipeline.act;

import static com.targettoclose.pipeline.act.ActForm.Field.area;
import static com.targettoclose.pipeline.act.ActForm.Field.select;

import com.targettoclose.conversation.Refusal;
import com.targettoclose.pipeline.OpportunityView;
import com.targettoclose.pipeline.page.SeenDeals.Seen;
import com.targettoclose.process.changes.HandOver;
import com.targettoclose.process.people.SalesForce;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Gives the deal to a colleague. */
@Component
@Order(5)
class HandOverAct implements Act {

    private final HandOver handOver;
    private final SalesForce salesForce;

    HandOverAct(HandOver handOver, SalesForce salesForce) {
        this.handOver = handOver;
        this.salesForce = salesForce;
    }

    @Override
    public String id() {
        return "hand-over";
    }

    @Override
    public String title() {
        return "Hand it over";
    }

    @Override
    public String lead() {
        return "The open conversations move along. Whoever takes over finds them in their task list, with everything the client has said"
                + " so far.";
    }

    @Override
    public String button() {
        return "Hand over";
    }

    @Override
    public String done() {
        return "The deal is handed over.";
    }

    @Override
    public boolean offered(Seen seen, OpportunityView deal) {
        return deal.status().equals("open") || seen.opportunity().inExecution();
    }

    @Override
    public ActForm form(Seen seen, OpportunityView deal) {
        var others = salesForce.whoSell().stream()
                .filter(it -> !it.value().equals(deal.owner()))
                .toList();
        return ActForm.of(select("owner", "To whom?", others), area("note", "What should they know?", null));
    }

    @Override
    public Optional<Refusal> perform(Seen seen, Filled filled) {
        return handOver.handOver(
                seen.opportunity().id(),
                filled.text("owner"),
                filled.text("note"),
                seen.who().userId());
    }
}
