package com.targettoclose.pipeline.act;

import static com.targettoclose.pipeline.act.ActForm.Field.area;
import static com.targettoclose.pipeline.act.ActForm.Field.date;
import static com.targettoclose.pipeline.act.ActForm.Field.select;
import static com.targettoclose.pipeline.act.ActForm.Field.text;

import com.targettoclose.conversation.RawSetback;
import com.targettoclose.conversation.Refusal;
import com.targettoclose.pipeline.OpportunityView;
import com.targettoclose.pipeline.page.SeenDeals.Seen;
import com.targettoclose.process.changes.ReportSetback;
import com.targettoclose.process.people.Option;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Writes down that the client took something back. */
@Component
@Order(2)
class SetbackAct implements Act {

    private final ReportSetback reportSetback;

    SetbackAct(ReportSetback reportSetback) {
        this.reportSetback = reportSetback;
    }

    @Override
    public String id() {
        return "setback";
    }

    @Override
    public String title() {
        return "Report a setback";
    }

    @Override
    public String lead() {
        return "The client took something back. Write it down as it was said: the deal goes back to where that is owed, and nothing that"
                + " still holds is asked again.";
    }

    @Override
    public String button() {
        return "Report";
    }

    @Override
    public String done() {
        return "The setback is recorded. What is owed again stands below.";
    }

    @Override
    public boolean offered(Seen seen, OpportunityView deal) {
        return (deal.status().equals("open") || seen.opportunity().inExecution())
                && !held(deal).isEmpty();
    }

    @Override
    public ActForm form(Seen seen, OpportunityView deal) {
        return ActForm.of(
                select("item", "What did the client take back?", held(deal)),
                text("contact", "Who said so?", null),
                date("occurredOn", "When?"),
                area(
                        "words",
                        "What did they say, in their words?",
                        "For example: “The board stopped all new projects until June.”"));
    }

    @Override
    public Optional<Refusal> perform(Seen seen, Filled filled) {
        var raw = new RawSetback(
                filled.text("item"), filled.text("contact"), filled.text("words"), filled.text("occurredOn"));
        return reportSetback.report(seen.opportunity().id(), raw, seen.who().userId());
    }

    private static List<Option> held(OpportunityView deal) {
        return deal.items().stream()
                .filter(item -> item.state().equals("gained"))
                .map(item -> new Option(item.label(), item.item()))
                .toList();
    }
}
