package com.targettoclose.pipeline.page;

import com.targettoclose.opportunity.Opportunity;
import com.targettoclose.pipeline.OpportunityView;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands at the top of a deal's page: its facts in a few words each, its adherence, and what deserves a look. */
final class AboutDeal {

    private AboutDeal() {}

    static List<String> facts(Opportunity opportunity, Names names) {
        List<String> facts = new ArrayList<>();
        facts.add(Said.status(opportunity.status().value()));
        facts.add(Money.of(opportunity.terms()));
        facts.add(Said.dealType(opportunity.terms().dealType().value()));
        facts.add("pursued by " + names.person(opportunity.owner()));
        if (opportunity.openedOn() != null) {
            facts.add("opened " + Day.of(opportunity.openedOn()));
        }
        if (opportunity.closedOn() != null) {
            facts.add("closed " + Day.of(opportunity.closedOn()));
        }
        if (opportunity.imported() != null) {
            facts.add("imported");
        }
        return facts;
    }

    static String adherence(@Nullable Double adherence) {
        return adherence == null
                ? "No gate is passed yet."
                : "%d %% of what its gates required was given by the client and recorded in its time."
                        .formatted(Math.round(adherence * 100));
    }

    static List<String> notices(OpportunityView deal) {
        List<String> notices = new ArrayList<>();
        if (deal.notice() != null) {
            notices.add(deal.notice());
        }
        long afterwards = deal.items().stream()
                .filter(item -> "afterwards".equals(item.recorded()))
                .count();
        if (afterwards > 0) {
            notices.add((afterwards == 1 ? "1 point was" : afterwards + " points were")
                    + " recorded afterwards: long after they were said, or of more than two stages at once. They move"
                    + " the deal and do not count as adherence. Its manager sees this too.");
        }
        deal.items().stream()
                .filter(OpportunityView.ItemView::corrected)
                .forEach(item -> notices.add("The client says that “" + item.label()
                        + "” is not right as it was recorded. Read what they wrote, and talk to them."));
        return notices;
    }
}
