package com.targettoclose.pipeline.act;

import static com.targettoclose.pipeline.act.ActForm.Field.area;
import static com.targettoclose.pipeline.act.ActForm.Field.select;
import static com.targettoclose.pipeline.act.ActForm.Field.text;

import com.targettoclose.conversation.Refusal;
import com.targettoclose.pipeline.OpportunityView;
import com.targettoclose.pipeline.page.SeenDeals.Seen;
import com.targettoclose.process.changes.ChangeTerms;
import com.targettoclose.process.changes.ChangeTerms.Change;
import com.targettoclose.process.people.Option;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Changes what the deal is worth or of what kind it is. */
@Component
@Order(4)
class TermsAct implements Act {

    private static final List<Option> KINDS =
            List.of(new Option("New business", "new-business"), new Option("Renewal", "renewal"));

    private final ChangeTerms changeTerms;

    TermsAct(ChangeTerms changeTerms) {
        this.changeTerms = changeTerms;
    }

    @Override
    public String id() {
        return "terms";
    }

    @Override
    public String title() {
        return "Change the terms";
    }

    @Override
    public String lead() {
        return "What you leave empty stays as it is. A larger deal may owe more, a smaller one less.";
    }

    @Override
    public String button() {
        return "Change";
    }

    @Override
    public String done() {
        return "The terms are changed. What they ask for stands below.";
    }

    @Override
    public boolean offered(Seen seen, OpportunityView deal) {
        return deal.status().equals("open");
    }

    @Override
    public ActForm form(Seen seen, OpportunityView deal) {
        return ActForm.of(
                text("value", "What could the deal be worth now?", "Digits, with a point for decimals."),
                text("currency", "Currency", "Three letters, such as USD or EUR."),
                select("dealType", "What kind of deal is it now?", KINDS),
                area("words", "What did the client say about it?", null));
    }

    @Override
    public Optional<Refusal> perform(Seen seen, Filled filled) {
        var change = new Change(
                filled.text("value"), filled.text("currency"), filled.text("dealType"), filled.text("words"));
        return changeTerms.change(seen.opportunity().id(), change, seen.who().userId());
    }
}
