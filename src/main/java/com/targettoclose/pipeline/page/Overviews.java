package com.targettoclose.pipeline.page;

import com.targettoclose.ledger.Entry;
import com.targettoclose.ledger.History;
import com.targettoclose.ledger.Ledger;
import com.targettoclose.opportunity.Opportunity;
import com.targettoclose.pipeline.OpportunityView;
import com.targettoclose.pipeline.OpportunityView.GapView;
import com.targettoclose.pipeline.OpportunityView.OpenConversationView;
import com.targettoclose.pipeline.OpportunityViews;
import com.targettoclose.pipeline.WaiverView;
import com.targettoclose.pipeline.page.Overview.OpenLine;
import com.targettoclose.pipeline.page.Overview.OwedLine;
import com.targettoclose.pipeline.page.Overview.StageLine;
import com.targettoclose.pipeline.page.Overview.TalkLine;
import com.targettoclose.pipeline.page.Overview.WaiverLine;
import com.targettoclose.pipeline.page.SeenDeals.Seen;
import com.targettoclose.process.people.SalesForce;
import com.targettoclose.process.roadmap.Roadmap;
import com.targettoclose.process.roadmap.Roadmap.Stage;
import com.targettoclose.process.roadmap.Roadmaps;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Puts one opportunity's page together: from its row, its ledger, its open tasks and the people's names. */
@Service
class Overviews {

    private static final String TASK = "/camunda/app/tasklist/default/#/?task=";

    private final Ledger ledger;
    private final OpportunityViews views;
    private final Roadmaps roadmaps;
    private final SalesForce salesForce;
    private final ClientWord clientWord;
    private final Clock clock;

    Overviews(
            Ledger ledger,
            OpportunityViews views,
            Roadmaps roadmaps,
            SalesForce salesForce,
            ClientWord clientWord,
            Clock clock) {
        this.ledger = ledger;
        this.views = views;
        this.roadmaps = roadmaps;
        this.salesForce = salesForce;
        this.clientWord = clientWord;
        this.clock = clock;
    }

    /** An opportunity as this person may see it: who said what only where they may read it. */
    Overview of(Seen seen) {
        var opportunity = seen.opportunity();
        var who = seen.who();
        var history = who.readsWords(opportunity)
                ? ledger.historyWithText(opportunity.id())
                : ledger.history(opportunity.id());
        var deal = views.of(opportunity, history);
        var roadmap = roadmaps.of(opportunity);
        var names = Names.of(roadmap, salesForce.names(people(opportunity, history)));
        var stages = stages(deal, roadmap, new ItemLines(deal, history));
        return new Overview(
                deal,
                AboutDeal.facts(opportunity, names),
                names.person(opportunity.owner()),
                AboutDeal.adherence(deal.adherence()),
                AboutDeal.notices(deal),
                stages,
                deal.gaps().stream().map(Overviews::owed).toList(),
                deal.openConversations().stream().map(this::open).toList(),
                deal.waivers().stream().map(it -> waiver(it, names)).toList(),
                clientWord.of(seen, history),
                new Story(names, clock.getZone()).of(history.entries()));
    }

    private static List<String> people(Opportunity opportunity, History history) {
        var recorded = history.entries().stream().map(Entry::recordedBy);
        var handedOver = history.entries().stream()
                .flatMap(entry -> Stream.of("from", "to")
                        .map(key -> entry.content().detail().get(key)))
                .filter(String.class::isInstance)
                .map(String.class::cast);
        return Stream.of(Stream.of(opportunity.owner()), recorded, handedOver)
                .flatMap(all -> all)
                .distinct()
                .toList();
    }

    private static List<StageLine> stages(OpportunityView deal, Roadmap roadmap, ItemLines items) {
        List<StageLine> lines = new ArrayList<>();
        boolean behind =
                roadmap.stages().stream().anyMatch(stage -> stage.name().equals(deal.stage()));
        for (var stage : roadmap.stages()) {
            boolean here = stage.name().equals(deal.stage());
            behind &= !here;
            lines.add(stage(stage, here ? "here" : behind || deal.stage() == null ? "passed" : "ahead", deal, items));
        }
        return lines;
    }

    private static StageLine stage(Stage stage, String place, OpportunityView deal, ItemLines items) {
        var talks = stage.conversations().stream()
                .map(it -> new TalkLine(
                        it.key(), it.name(), it.items().stream().map(items::of).toList()))
                .toList();
        var all = talks.stream().flatMap(talk -> talk.items().stream()).toList();
        var ended = !deal.status().equals("open") && !deal.status().equals("won");
        var inWords = switch (place) {
            case "here" -> ended ? "ended here" : "stands here";
            case "passed" -> "passed";
            default -> "still ahead";
        };
        int held = (int) all.stream().filter(ItemLines::settled).count();
        return new StageLine(stage.label(), place, inWords, held, all.size(), talks);
    }

    private static OwedLine owed(GapView gap) {
        return new OwedLine(
                gap.label(),
                gap.kind().equals("commitment"),
                Said.owed(gap.reason()),
                Said.waivableBy(gap.waivableBy()),
                gap.skipping() == null || !gap.skipping().tells()
                        ? ""
                        : gap.skipping().words());
    }

    private OpenLine open(OpenConversationView open) {
        var times = switch (open.attempts()) {
            case 0 -> "";
            case 1 -> "held once before";
            default -> "held " + open.attempts() + " times before";
        };
        return new OpenLine(
                open.key(),
                open.name(),
                TASK + open.taskId(),
                times,
                open.due() == null ? "" : "due " + Day.of(open.due(), clock.getZone()));
    }

    private static WaiverLine waiver(WaiverView it, Names names) {
        var decided = it.decidedBy() == null || it.decidedBy().equals(Ledger.SYSTEM)
                ? ""
                : names.person(it.decidedBy()) + " on " + Day.of(it.decidedOn())
                        + (it.expiresOn() == null ? "" : ", until " + Day.of(it.expiresOn()));
        return new WaiverLine(
                it.id(),
                names.items(it.items()),
                it.state(),
                names.person(it.askedBy()) + " on " + Day.of(it.askedOn()),
                it.reason(),
                decided,
                it.decisionReason(),
                it.state().equals("open"));
    }
}
