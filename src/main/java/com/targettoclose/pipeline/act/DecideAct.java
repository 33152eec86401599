package com.targettoclose.pipeline.act;

import static com.targettoclose.pipeline.act.ActForm.Field.area;
import static com.targettoclose.pipeline.act.ActForm.Field.date;
import static com.targettoclose.pipeline.act.ActForm.Field.select;

import com.targettoclose.conversation.FaultCode;
import com.targettoclose.conversation.FieldReader;
import com.targettoclose.conversation.Refusal;
import com.targettoclose.gate.WaiverPolicy.RawDecision;
import com.targettoclose.pipeline.OpportunityView;
import com.targettoclose.pipeline.OpportunityView.ItemView;
import com.targettoclose.pipeline.WaiverView;
import com.targettoclose.pipeline.page.SeenDeals.Seen;
import com.targettoclose.process.people.Option;
import com.targettoclose.process.requests.DecideWaiver;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Grants or refuses a waiver that waits. */
@Component
@Order(9)
class DecideAct implements Act {

    private static final List<Option> DECISIONS =
            List.of(new Option("Let it pass", "granted"), new Option("Do not let it pass", "refused"));

    private final DecideWaiver decideWaiver;

    DecideAct(DecideWaiver decideWaiver) {
        this.decideWaiver = decideWaiver;
    }

    @Override
    public String id() {
        return "decision";
    }

    @Override
    public String title() {
        return "Decide a waiver";
    }

    @Override
    public String lead() {
        return "Somebody asks to let this deal pass without something. Read on its page what was tried, and what became of comparable"
                + " deals. Whoever asked reads your reason.";
    }

    @Override
    public String button() {
        return "Decide";
    }

    @Override
    public String done() {
        return "It is decided. Whoever asked is told.";
    }

    @Override
    public boolean offered(Seen seen, OpportunityView deal) {
        return !seen.who().userId().equals(deal.owner()) && !waiting(deal).isEmpty();
    }

    @Override
    public ActForm form(Seen seen, OpportunityView deal) {
        return ActForm.of(
                select("waiver", "Which one?", waiting(deal)),
                select("decision", "What do you decide?", DECISIONS),
                area("reason", "Why?", null),
                date("expiresOn", "If it passes: until which day does that count?"),
                date("makeGoodOn", "By when shall the client have given it all the same?"));
    }

    private static List<Option> waiting(OpportunityView deal) {
        var labels = deal.items().stream().collect(Collectors.toMap(ItemView::item, ItemView::label));
        return deal.waivers().stream()
                .filter(waiver -> waiver.state().equals("open"))
                .map(waiver -> new Option(
                        waiver.items().stream()
                                .map(item -> labels.getOrDefault(item, item))
                                .collect(Collectors.joining("; ")),
                        number(waiver)))
                .toList();
    }

    private static String number(WaiverView waiver) {
        return waiver.id().substring(waiver.id().lastIndexOf('.') + 1);
    }

    @Override
    public Optional<Refusal> perform(Seen seen, Filled filled) {
        var fields = new FieldReader();
        var waiver = filled.text("waiver");
        int number = waiver == null ? 0 : fields.number("waiver", waiver, 1, Integer.MAX_VALUE);
        if (waiver == null) {
            fields.fault("waiver", FaultCode.MISSING, null);
        }
        if (!fields.faults().isEmpty()) {
            return Optional.of(Refusal.invalid(fields.faults()));
        }
        var decision = new RawDecision(
                filled.text("decision"), filled.text("reason"), filled.text("expiresOn"), filled.text("makeGoodOn"));
        return decideWaiver.decide(seen.opportunity().id(), number, decision, seen.who(), null);
    }
}
