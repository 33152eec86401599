package com.targettoclose.pipeline.act;

import static com.targettoclose.pipeline.act.ActForm.Field.area;
import static com.targettoclose.pipeline.act.ActForm.Field.checks;

import com.targettoclose.conversation.Refusal;
import com.targettoclose.pipeline.OpportunityView;
import com.targettoclose.pipeline.page.SeenDeals.Seen;
import com.targettoclose.process.changes.VerifyItems;
import com.targettoclose.process.changes.VerifyItems.RawCheck;
import com.targettoclose.process.people.Option;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Verifies what was recorded, by somebody other than the owner. */
@Component
@Order(8)
class CheckAct implements Act {

    private final VerifyItems verifyItems;

    CheckAct(VerifyItems verifyItems) {
        this.verifyItems = verifyItems;
    }

    @Override
    public String id() {
        return "check";
    }

    @Override
    public String title() {
        return "Check what was recorded";
    }

    @Override
    public String lead() {
        return "You did not record this deal, so your check counts: you read the proof, or asked the client. What you check here is verified"
                + " from then on.";
    }

    @Override
    public String button() {
        return "Verify";
    }

    @Override
    public String done() {
        return "What you checked is verified.";
    }

    @Override
    public boolean offered(Seen seen, OpportunityView deal) {
        return !seen.who().userId().equals(deal.owner())
                && (deal.status().equals("open") || deal.status().equals("won"))
                && !toCheck(deal).isEmpty();
    }

    @Override
    public ActForm form(Seen seen, OpportunityView deal) {
        return ActForm.of(
                checks("items", "What did you check?", toCheck(deal)),
                area(
                        "words",
                        "How? What did you see or hear?",
                        "For example: “I read the signed order in the contract folder.”"));
    }

    @Override
    public Optional<Refusal> perform(Seen seen, Filled filled) {
        return verifyItems.verify(
                seen.opportunity().id(), new RawCheck(filled.texts("items"), filled.text("words")), seen.who());
    }

    private static List<Option> toCheck(OpportunityView deal) {
        return deal.items().stream()
                .filter(item -> item.state().equals("gained") && !"verified".equals(item.proof()))
                .map(item -> new Option(item.label(), item.item()))
                .toList();
    }
}
