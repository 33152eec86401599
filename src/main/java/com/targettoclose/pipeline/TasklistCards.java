package com.targettoclose.pipeline;

import com.targettoclose.ledger.Ledger;
import com.targettoclose.opportunity.OpportunityLists;
import com.targettoclose.opportunity.OpportunityLists.Placed;
import com.targettoclose.process.conversations.SeenConversations;
import com.targettoclose.process.conversations.SeenConversations.SeenConversation;
import com.targettoclose.process.people.SalesForce;
import com.targettoclose.process.roadmap.Roadmap.Stage;
import com.targettoclose.process.roadmap.Roadmaps;
import io.swagger.v3.oas.annotations.Hidden;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What Tasklist's cards show beside a task's name. For Tasklist alone, with its session; asked once a page. */
@Hidden
@RestController
class TasklistCards {

    private static final int MOST = 100;

    private final SeenConversations seen;
    private final OpportunityLists opportunities;
    private final Roadmaps roadmaps;
    private final Ledger ledger;
    private final SalesForce salesForce;
    private final Clock clock;

    TasklistCards(
            SeenConversations seen,
            OpportunityLists opportunities,
            Roadmaps roadmaps,
            Ledger ledger,
            SalesForce salesForce,
            Clock clock) {
        this.seen = seen;
        this.opportunities = opportunities;
        this.roadmaps = roadmaps;
        this.ledger = ledger;
        this.salesForce = salesForce;
        this.clock = clock;
    }

    /**
     * One card.
     *
     * @param stage the stage's name as its diagram has it; null where the opportunity has run through
     * @param attempts how often this conversation was held already
     * @param owner who it is assigned to; null where that is whoever asks, or nobody yet
     */
    record Card(
            String account,
            @Nullable BigDecimal value,
            @Nullable String currency,
            @Nullable String stage,
            @Nullable Long daysInStage,
            int attempts,
            @Nullable String owner) {}

    /** The cards of those of these tasks that whoever asks may see, by task. */
    @GetMapping("/tasklist/cards")
    Map<String, Card> cards(@RequestParam Set<String> tasks, Authentication who) {
        var groups = who.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .toList();
        var asked = tasks.stream().limit(MOST).toList();
        var conversations = seen.of(asked, who.getName(), groups);
        var ids = conversations.stream().map(SeenConversation::opportunityId).collect(Collectors.toSet());
        Map<String, Placed> placed = opportunities.placed(ids).stream()
                .collect(Collectors.toMap(it -> it.opportunity().id(), it -> it));
        var held = held(ids);
        var names = salesForce.names(others(conversations, who.getName()));
        Map<String, Card> cards = new HashMap<>();
        for (var conversation : conversations) {
            var its = placed.get(conversation.opportunityId());
            if (its != null) {
                int attempts = held.getOrDefault(conversation.opportunityId() + ' ' + conversation.key(), 0);
                var assignee = conversation.assignee();
                cards.put(conversation.taskId(), card(its, attempts, assignee == null ? null : names.get(assignee)));
            }
        }
        return cards;
    }

    private Map<String, Integer> held(Set<String> opportunityIds) {
        return ledger.held(opportunityIds).stream()
                .collect(Collectors.toMap(it -> it.opportunityId() + ' ' + it.conversation(), Ledger.Held::times));
    }

    private static List<String> others(List<SeenConversation> conversations, String me) {
        return conversations.stream()
                .map(SeenConversation::assignee)
                .filter(Objects::nonNull)
                .filter(assignee -> !assignee.equals(me))
                .distinct()
                .toList();
    }

    private Card card(Placed placed, int attempts, @Nullable String owner) {
        var opportunity = placed.opportunity();
        var stage = opportunity.stage();
        var label = stage == null
                ? null
                : roadmaps.of(opportunity).stage(stage).map(Stage::label).orElse(stage);
        return new Card(
                opportunity.account(),
                opportunity.terms().value(),
                opportunity.terms().currency(),
                label,
                stage == null ? null : daysSince(placed.inStageSince()),
                attempts,
                owner);
    }

    private @Nullable Long daysSince(@Nullable Instant instant) {
        return instant == null
                ? null
                : Math.max(
                        0,
                        ChronoUnit.DAYS.between(LocalDate.ofInstant(instant, clock.getZone()), LocalDate.now(clock)));
    }
}
