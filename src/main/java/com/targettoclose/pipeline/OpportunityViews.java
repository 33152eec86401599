package com.targettoclose.pipeline;

import com.targettoclose.conversation.Conversation;
import com.targettoclose.conversation.Item;
import com.targettoclose.conversation.Outcome;
import com.targettoclose.gate.Adherence;
import com.targettoclose.gate.Gap;
import com.targettoclose.gate.WaivableBy;
import com.targettoclose.gate.Waiver;
import com.targettoclose.ledger.History;
import com.targettoclose.ledger.Holding;
import com.targettoclose.ledger.Ledger;
import com.targettoclose.opportunity.Opportunity;
import com.targettoclose.opportunity.Status;
import com.targettoclose.pipeline.OpportunityView.GapView;
import com.targettoclose.pipeline.OpportunityView.ItemView;
import com.targettoclose.pipeline.OpportunityView.OpenConversationView;
import com.targettoclose.pipeline.OpportunityView.StallView;
import com.targettoclose.process.roadmap.Roadmap;
import com.targettoclose.process.roadmap.Roadmaps;
import com.targettoclose.process.stage.OpenConversations;
import com.targettoclose.process.stage.OpenConversations.OpenConversation;
import com.targettoclose.process.stage.Stall;
import com.targettoclose.process.stage.Standings;
import com.targettoclose.process.stage.Standings.Standing;
import com.targettoclose.report.figures.SkippingCost;
import com.targettoclose.report.figures.SkippingCosts;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Computes what is shown of an opportunity from its row, its ledger and its open tasks. */
@Service
public class OpportunityViews {

    private final Ledger ledger;
    private final Standings standings;
    private final Roadmaps roadmaps;
    private final OpenConversations openConversations;
    private final SkippingCosts skippingCosts;

    OpportunityViews(
            Ledger ledger,
            Standings standings,
            Roadmaps roadmaps,
            OpenConversations openConversations,
            SkippingCosts skippingCosts) {
        this.ledger = ledger;
        this.standings = standings;
        this.roadmaps = roadmaps;
        this.openConversations = openConversations;
        this.skippingCosts = skippingCosts;
    }

    /** What is shown of an opportunity. */
    public OpportunityView of(Opportunity opportunity) {
        return of(opportunity, ledger.historyWithText(opportunity.id()));
    }

    /** What is shown of an opportunity whose ledger was read already, with people's words or without. */
    public OpportunityView of(Opportunity opportunity, History history) {
        var standing = standings.ifJudgeable(opportunity, history);
        var roadmap = standing.map(Standing::roadmap).orElseGet(() -> roadmaps.of(opportunity));
        boolean running = opportunity.open() || opportunity.status() == Status.WON && opportunity.instance() != null;
        var gaps = running ? standing.map(judged -> judged.decision().gaps()).orElse(List.of()) : List.<Gap>of();
        var stage = running ? standingStage(opportunity, gaps) : opportunity.stage();
        var adherence = Adherence.of(history);
        return new OpportunityView(
                opportunity.id(),
                opportunity.account(),
                opportunity.owner(),
                opportunity.status().value(),
                stage,
                opportunity.terms().value(),
                opportunity.terms().currency(),
                opportunity.terms().dealType().value(),
                opportunity.roadmap(),
                opportunity.openedOn(),
                opportunity.closedOn(),
                adherence.isPresent() ? adherence.getAsDouble() : null,
                gaps(
                        opportunity,
                        gaps.stream().filter(gap -> gap.stage().equals(stage)).toList(),
                        roadmap),
                running ? open(opportunity, roadmap, history) : List.of(),
                items(
                        roadmap,
                        history.holdings(),
                        standing.map(Standing::lapses).orElse(Map.of())),
                Waiver.all(history).stream().map(WaiverView::of).toList(),
                Stall.open(history)
                        .map(stall -> new StallView(stall.quietSince(), stall.days()))
                        .orElse(null),
                running && standing.isEmpty() ? BrokenCriteriaAnswers.NOTICE : null);
    }

    /** The first stage that owes something; where none does yet, the stage the last gate wrote down. */
    private static @Nullable String standingStage(Opportunity opportunity, List<Gap> gaps) {
        return gaps.isEmpty() ? opportunity.stage() : gaps.get(0).stage();
    }

    private List<OpenConversationView> open(Opportunity opportunity, Roadmap roadmap, History history) {
        return openConversations.of(opportunity).stream()
                .map(open -> open(open, roadmap, history))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<OpenConversationView> open(OpenConversation open, Roadmap roadmap, History history) {
        return roadmap.conversation(open.key())
                .map(Conversation::name)
                .map(name -> new OpenConversationView(
                        open.taskId(), open.key(), name, history.timesHeld(open.key()), open.due()));
    }

    private List<GapView> gaps(Opportunity opportunity, List<Gap> gaps, Roadmap roadmap) {
        var waivable = gaps.stream()
                .filter(gap -> gap.requirement().waivableBy() != WaivableBy.NOBODY)
                .map(Gap::item)
                .toList();
        var costs = skippingCosts.of(opportunity, waivable);
        return gaps.stream()
                .map(gap -> gap(gap, roadmap, costs.get(gap.item())))
                .toList();
    }

    private static GapView gap(Gap gap, Roadmap roadmap, @Nullable SkippingCost cost) {
        var item = Objects.requireNonNullElse(roadmap.items().get(gap.item()), new Outcome(gap.item(), gap.item()));
        return new GapView(
                gap.item(),
                item.kind(),
                item.label(),
                gap.reason().value(),
                gap.requirement().waivableBy().value(),
                cost == null ? null : SkippingView.of(cost));
    }

    private static List<ItemView> items(Roadmap roadmap, Map<String, Holding> holdings, Map<String, LocalDate> lapses) {
        return roadmap.items().values().stream()
                .map(item ->
                        item(item, holdings.getOrDefault(item.id(), Holding.none(item.id())), lapses.get(item.id())))
                .toList();
    }

    private static ItemView item(Item item, Holding holding, @Nullable LocalDate lapsesOn) {
        var kind = holding.kind();
        var attempted = holding.attempts() > 0 ? "not-yet" : "not-asked";
        var recorded = holding.provenance();
        return new ItemView(
                item.id(),
                item.kind(),
                item.label(),
                kind == null ? attempted : kind.value(),
                holding.since(),
                lapsesOn,
                holding.gained() ? proof(holding) : null,
                recorded == null ? null : recorded.value(),
                holding.corrected());
    }

    private static String proof(Holding holding) {
        if (holding.verified()) {
            return "verified";
        }
        return holding.claimed() ? "claimed" : "words";
    }
}
