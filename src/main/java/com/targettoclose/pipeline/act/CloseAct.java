package com.targettoclose.pipeline.act;

import static com.targettoclose.pipeline.act.ActForm.Field.area;
import static com.targettoclose.pipeline.act.ActForm.Field.select;
import static com.targettoclose.pipeline.act.ActForm.Field.text;

import com.targettoclose.conversation.Refusal;
import com.targettoclose.opportunity.Status;
import com.targettoclose.pipeline.OpportunityView;
import com.targettoclose.pipeline.page.SeenDeals.Seen;
import com.targettoclose.process.changes.CloseOpportunity;
import com.targettoclose.process.changes.CloseOpportunity.Closing;
import com.targettoclose.process.people.Option;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Ends the pursuit without a win. */
@Component
@Order(6)
class CloseAct implements Act {

    private static final String BETWEEN = ":";

    private final CloseOpportunity closeOpportunity;

    CloseAct(CloseOpportunity closeOpportunity) {
        this.closeOpportunity = closeOpportunity;
    }

    @Override
    public String id() {
        return "closing";
    }

    @Override
    public String title() {
        return "Close it without a win";
    }

    @Override
    public String lead() {
        return "An honest end helps the next deal. What you write here is read by your manager and by whoever meets this client again.";
    }

    @Override
    public String button() {
        return "Close";
    }

    @Override
    public String done() {
        return "The pursuit has ended. It can be taken up again.";
    }

    @Override
    public boolean offered(Seen seen, OpportunityView deal) {
        return deal.status().equals("open");
    }

    @Override
    public ActForm form(Seen seen, OpportunityView deal) {
        return ActForm.of(
                select("reason", "How does it end, and why?", reasons()),
                text("lostTo", "If it is lost: to whom?", "Leave it empty if you do not know."),
                area("words", "What happened, in the client’s words where you have them?", null));
    }

    @Override
    public Optional<Refusal> perform(Seen seen, Filled filled) {
        var chosen = filled.typed("reason").split(BETWEEN, 2);
        boolean both = chosen.length == 2;
        var closing = new Closing(
                both ? chosen[0] : null, both ? chosen[1] : null, filled.text("lostTo"), filled.text("words"));
        return closeOpportunity.close(
                seen.opportunity().id(), closing, seen.who().userId());
    }

    /** Every reason of every ending: what is chosen says both. */
    private List<Option> reasons() {
        return closeOpportunity.reasons().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(ending -> ending.getValue().entrySet().stream()
                        .map(reason -> new Option(
                                name(ending.getKey()) + ": " + reason.getValue(),
                                ending.getKey().value() + BETWEEN + reason.getKey())))
                .toList();
    }

    private static String name(Status ending) {
        return switch (ending) {
            case LOST -> "Lost";
            case NO_DECISION -> "No decision";
            case DISQUALIFIED -> "Disqualified";
            default -> ending.value();
        };
    }
}
