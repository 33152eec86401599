package com.targettoclose.process.reviews;

import com.targettoclose.conversation.Item;
import com.targettoclose.ledger.History;
import com.targettoclose.ledger.Ledger;
import com.targettoclose.opportunity.Opportunity;
import com.targettoclose.opportunity.OpportunityLists;
import com.targettoclose.opportunity.QuietDeals;
import com.targettoclose.process.roadmap.Roadmap;
import com.targettoclose.process.roadmap.Roadmaps;
import com.targettoclose.process.stage.Standings;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** The open deals of a team, those of which nothing was heard for longest first: where each stands, and what it owes. */
@Service
class TeamDeals {

    private static final int MOST = 50;
    private static final int MOST_OWED = 3;

    private final QuietDeals quietDeals;
    private final OpportunityLists opportunities;
    private final Ledger ledger;
    private final Roadmaps roadmaps;
    private final Standings standings;
    private final Clock clock;

    TeamDeals(
            QuietDeals quietDeals,
            OpportunityLists opportunities,
            Ledger ledger,
            Roadmaps roadmaps,
            Standings standings,
            Clock clock) {
        this.quietDeals = quietDeals;
        this.opportunities = opportunities;
        this.ledger = ledger;
        this.roadmaps = roadmaps;
        this.standings = standings;
        this.clock = clock;
    }

    /** At most fifty of them, as rows of a form's table. */
    List<Map<String, String>> quietest(Set<String> owners) {
        var quiet = quietDeals.quietest(owners, MOST);
        var deals = opportunities.all(quiet.keySet()).stream()
                .collect(Collectors.toMap(Opportunity::id, Function.identity()));
        var histories = ledger.aboutItems(quiet.keySet());
        return quiet.entrySet().stream()
                .flatMap(it -> Stream.ofNullable(deals.get(it.getKey()))
                        .map(deal ->
                                row(deal, histories.getOrDefault(deal.id(), new History(List.of())), it.getValue())))
                .toList();
    }

    private Map<String, String> row(Opportunity deal, History history, LocalDate quietSince) {
        var roadmap = roadmaps.of(deal);
        var stage = Optional.ofNullable(deal.stage())
                .flatMap(roadmap::stage)
                .map(Roadmap.Stage::label)
                .orElse("");
        long days = Math.max(0, ChronoUnit.DAYS.between(quietSince, LocalDate.now(clock)));
        return Map.of(
                "client",
                deal.account(),
                "stage",
                stage,
                "quiet",
                Long.toString(days),
                "owes",
                owes(deal, history, roadmap));
    }

    private String owes(Opportunity deal, History history, Roadmap roadmap) {
        var items = roadmap.items();
        return standings
                .ifJudgeable(deal, history)
                .map(standing -> standing.decision().gaps().stream()
                        .filter(gap -> gap.stage().equals(deal.stage()))
                        .map(gap -> Optional.ofNullable(items.get(gap.item()))
                                .map(Item::label)
                                .orElse(gap.item()))
                        .distinct()
                        .limit(MOST_OWED)
                        .collect(Collectors.joining("; ")))
                .orElse("");
    }
}
