package com.targettoclose.pipeline.act;

import static com.targettoclose.pipeline.act.ActForm.Field.area;
import static com.targettoclose.pipeline.act.ActForm.Field.checks;

import com.targettoclose.conversation.Refusal;
import com.targettoclose.gate.WaiverPolicy.RawAsk;
import com.targettoclose.pipeline.OpportunityView;
import com.targettoclose.pipeline.page.SeenDeals.Seen;
import com.targettoclose.process.people.Option;
import com.targettoclose.process.requests.AskForWaiver;
import com.targettoclose.process.requests.AskForWaiver.Result;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Asks to go on without what the client has not given. */
@Component
@Order(3)
class WaiverAct implements Act {

    private final AskForWaiver askForWaiver;

    WaiverAct(AskForWaiver askForWaiver) {
        this.askForWaiver = askForWaiver;
    }

    @Override
    public String id() {
        return "waiver";
    }

    @Override
    public String title() {
        return "Ask for a waiver";
    }

    @Override
    public String lead() {
        return "The client will not give something, and the deal should go on all the same. Whoever decides reads what you write here.";
    }

    @Override
    public String button() {
        return "Ask";
    }

    @Override
    public String done() {
        return "The waiver is asked for. Whoever decides finds it in Tasklist.";
    }

    @Override
    public boolean offered(Seen seen, OpportunityView deal) {
        return !waivable(deal).isEmpty();
    }

    @Override
    public ActForm form(Seen seen, OpportunityView deal) {
        return ActForm.of(
                checks("items", "What should it pass without?", waivable(deal)),
                area(
                        "reason",
                        "Why? What have you tried, and what makes you sure the deal is sound without it?",
                        null));
    }

    @Override
    public Optional<Refusal> perform(Seen seen, Filled filled) {
        var result = askForWaiver.ask(
                seen.opportunity().id(),
                new RawAsk(filled.texts("items"), filled.text("reason")),
                seen.who().userId());
        return result instanceof Result.NotAsked notAsked ? Optional.of(notAsked.refusal()) : Optional.empty();
    }

    private static List<Option> waivable(OpportunityView deal) {
        return deal.gaps().stream()
                .filter(gap -> !gap.waivableBy().equals("nobody"))
                .map(gap -> new Option(gap.label(), gap.item()))
                .toList();
    }
}
