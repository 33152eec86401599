package com.targettoclose.pipeline.recap;

import com.targettoclose.conversation.EvidencePolicy;
import com.targettoclose.conversation.Item;
import com.targettoclose.ledger.Draft;
import com.targettoclose.ledger.EntryKind;
import com.targettoclose.ledger.History;
import com.targettoclose.ledger.Ledger;
import com.targettoclose.opportunity.Opportunities;
import com.targettoclose.opportunity.Opportunity;
import com.targettoclose.pipeline.page.Talk;
import com.targettoclose.pipeline.recap.Recap.Point;
import com.targettoclose.process.people.SalesForce;
import com.targettoclose.process.roadmap.Roadmaps;
import com.targettoclose.process.stage.WhatFollows;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows a client what was recorded of a conversation, and writes down what the client answers. */
@Service
class AnswerRecap {

    private final RecapTable table;
    private final RecapTokens tokens;
    private final Opportunities opportunities;
    private final Ledger ledger;
    private final Roadmaps roadmaps;
    private final SalesForce salesForce;
    private final WhatFollows whatFollows;
    private final Clock clock;

    AnswerRecap(
            RecapTable table,
            RecapTokens tokens,
            Opportunities opportunities,
            Ledger ledger,
            Roadmaps roadmaps,
            SalesForce salesForce,
            WhatFollows whatFollows,
            Clock clock) {
        this.table = table;
        this.tokens = tokens;
        this.opportunities = opportunities;
        this.ledger = ledger;
        this.roadmaps = roadmaps;
        this.salesForce = salesForce;
        this.whatFollows = whatFollows;
        this.clock = clock;
    }

    /** What a token opens. */
    sealed interface Opened {

        /** It is none of ours. */
        record Unknown() implements Opened {}

        /** It was one, but a newer one stands in its place. */
        record Replaced() implements Opened {}

        /** It was one, but its time is over. */
        record Expired() implements Opened {}

        /** The recap of a conversation. */
        record Open(RecapLink link, Recap recap) implements Opened {}
    }

    /** A client's answer, checked for its shape: by point, confirmed or what is not right. */
    record Answer(String name, Map<Integer, Optional<String>> corrections) {}

    /** Reads what a token opens. */
    Opened open(String token) {
        var found = tokens.read(token, table::find);
        if (found.isEmpty()) {
            return new Opened.Unknown();
        }
        var link = found.get();
        if (link.replaced()) {
            return new Opened.Replaced();
        }
        var opportunity = opportunities.find(link.opportunityId()).orElseThrow();
        var recap = recap(link, opportunity);
        return link.expired(clock.instant()) && recap.answered().isEmpty()
                ? new Opened.Expired()
                : new Opened.Open(link, recap);
    }

    /**
     * Writes an answer down, every point of it. What is confirmed is verified; what is corrected shows, and moves nothing by
     * itself. An answer that comes second changes nothing.
     *
     * @return what the token opens from then on
     */
    @Transactional
    public Opened answer(String token, Answer answer) {
        var link = tokens.read(token, table::find).orElse(null);
        if (link == null) {
            return new Opened.Unknown();
        }
        var opportunity = opportunities.lock(link.opportunityId()).orElseThrow();
        var opened = open(token);
        if (!(opened instanceof Opened.Open open) || !open.recap().answered().isEmpty()) {
            return opened;
        }
        ledger.append(opportunity.id(), drafts(open, answer), Ledger.CLIENT);
        if (opportunity.open() || opportunity.inExecution()) {
            whatFollows.afterVerifying(opportunity.id(), Ledger.CLIENT);
        }
        return open(token);
    }

    private List<Draft> drafts(Opened.Open open, Answer answer) {
        var today = LocalDate.now(clock);
        List<Draft> drafts = new ArrayList<>();
        for (Point point : open.recap().points()) {
            var correction = answer.corrections().getOrDefault(point.number(), Optional.empty());
            drafts.add(Draft.of(correction.isPresent() ? EntryKind.CORRECTED : EntryKind.VERIFIED)
                    .item(point.item())
                    .detail(Map.of(
                            History.ABOUT,
                            point.number(),
                            Recap.LINK,
                            open.link().sentEntry()))
                    .said(shortened(answer.name()), correction.orElse(null))
                    .occurredOn(today));
        }
        return drafts;
    }

    private static String shortened(String name) {
        return name.substring(0, Math.min(name.length(), EvidencePolicy.MAX_CONTACT));
    }

    private Recap recap(RecapLink link, Opportunity opportunity) {
        var history = ledger.historyWithText(opportunity.id());
        Map<String, Item> items = roadmaps.of(opportunity).items();
        var talk = Talk.with(history, link.firstEntry()).orElseThrow();
        var rep = salesForce.names(List.of(opportunity.owner())).getOrDefault(opportunity.owner(), opportunity.owner());
        return Recap.of(link, talk, history, items, opportunity.account(), rep);
    }
}
