package com.targettoclose.process.startforms;

import com.targettoclose.conversation.Item;
import com.targettoclose.gate.WaivableBy;
import com.targettoclose.ledger.History;
import com.targettoclose.ledger.Ledger;
import com.targettoclose.opportunity.Opportunity;
import com.targettoclose.opportunity.OpportunityLists;
import com.targettoclose.opportunity.Status;
import com.targettoclose.process.AsTheApplication;
import com.targettoclose.process.Contract;
import com.targettoclose.process.people.Option;
import com.targettoclose.process.people.SalesForce;
import com.targettoclose.process.people.SalesTeams;
import com.targettoclose.process.roadmap.Roadmap;
import com.targettoclose.process.roadmap.Roadmaps;
import com.targettoclose.process.stage.Standings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;

/** What somebody can choose from in a start form, read when the form is opened: one query a kind of thing. */
@Service
class ChoicesOfUser {

    /** A list longer than this is no choice any more. */
    private static final int MOST = 200;

    private static final Set<Status> ENDED = Set.of(Status.LOST, Status.NO_DECISION, Status.DISQUALIFIED);

    private final ProcessEngine engine;
    private final OpportunityLists opportunities;
    private final Roadmaps roadmaps;
    private final Ledger ledger;
    private final Standings standings;
    private final ClosingReasons closingReasons;
    private final SalesTeams teams;
    private final SalesForce salesForce;

    ChoicesOfUser(
            @Lazy ProcessEngine engine,
            OpportunityLists opportunities,
            Roadmaps roadmaps,
            Ledger ledger,
            Standings standings,
            ClosingReasons closingReasons,
            SalesTeams teams,
            SalesForce salesForce) {
        this.engine = engine;
        this.opportunities = opportunities;
        this.roadmaps = roadmaps;
        this.ledger = ledger;
        this.standings = standings;
        this.closingReasons = closingReasons;
        this.teams = teams;
        this.salesForce = salesForce;
    }

    /** What this user can choose from, each kind read once, when first asked for. */
    Asked of(String user) {
        return new Asked(user);
    }

    /** One form that somebody opens. */
    final class Asked {

        private final String user;
        private @Nullable List<Opportunity> running;
        private @Nullable Map<String, History> items;

        private Asked(String user) {
            this.user = user;
        }

        /** What a source offers. Reads diagrams and tables that the user may not see by themselves. */
        Options options(ChoiceSource source) {
            return AsTheApplication.call(engine, () -> read(source));
        }

        private Options read(ChoiceSource source) {
            return switch (source) {
                case OPEN_OPPORTUNITIES ->
                    fixed(running().stream().filter(Opportunity::open).toList());
                case RUNNING_OPPORTUNITIES -> fixed(running());
                case ENDED_OPPORTUNITIES -> fixed(opportunities.ofOwners(owners(), ENDED, MOST));
                case ITEMS_HELD -> items((history, item) -> history.gained().contains(item.id()));
                case ITEMS_NOT_HELD ->
                    items((history, item) -> !history.gained().contains(item.id()));
                case ITEMS_TO_WAIVE -> toWaive();
                case CLOSING_REASONS -> reasons();
                case COLLEAGUES -> new Options.Fixed(salesForce.whoSell());
                case TEAM -> new Options.Fixed(salesForce.named(teams.membersOf(user)));
            };
        }

        private List<String> owners() {
            List<String> owners = new ArrayList<>(teams.membersOf(user));
            owners.add(user);
            return owners;
        }

        private List<Opportunity> running() {
            if (running == null) {
                running = opportunities.ofOwners(owners(), Set.of(Status.OPEN, Status.WON), MOST).stream()
                        .filter(it -> it.open() || it.inExecution())
                        .toList();
            }
            return running;
        }

        private History items(Opportunity opportunity) {
            if (items == null) {
                items = ledger.aboutItems(
                        running().stream().map(Opportunity::id).toList());
            }
            return items.getOrDefault(opportunity.id(), new History(List.of()));
        }

        private Options items(BiPredicate<History, Item> offered) {
            Map<String, List<Option>> byOpportunity = new HashMap<>();
            for (var opportunity : running()) {
                var history = items(opportunity);
                byOpportunity.put(
                        opportunity.id(),
                        roadmaps.of(opportunity).items().values().stream()
                                .filter(item -> offered.test(history, item))
                                .map(item -> new Option(item.label(), item.id()))
                                .toList());
            }
            return new Options.By(Contract.OPPORTUNITY_FIELD, byOpportunity);
        }

        private Options toWaive() {
            Map<String, List<Option>> byOpportunity = new HashMap<>();
            running().stream()
                    .filter(Opportunity::open)
                    .forEach(it -> byOpportunity.put(it.id(), toWaive(it).toList()));
            return new Options.By(Contract.OPPORTUNITY_FIELD, byOpportunity);
        }

        private Stream<Option> toWaive(Opportunity opportunity) {
            var standing = standings.ifJudgeable(opportunity, items(opportunity));
            var labels = roadmaps.of(opportunity).items();
            return standing.stream()
                    .flatMap(it -> it.decision().gaps().stream())
                    .filter(gap -> gap.stage().equals(opportunity.stage()))
                    .filter(gap -> gap.requirement().waivableBy() != WaivableBy.NOBODY)
                    .flatMap(gap -> Stream.ofNullable(labels.get(gap.item())))
                    .map(item -> new Option(item.label(), item.id()));
        }

        private Options fixed(List<Opportunity> chosen) {
            Map<String, List<Opportunity>> byLabel = chosen.stream()
                    .collect(Collectors.groupingBy(this::label, LinkedHashMap::new, Collectors.toList()));
            List<Option> options = new ArrayList<>();
            byLabel.forEach((label, alike) -> alike.forEach(
                    it -> options.add(new Option(alike.size() == 1 ? label : label + " (" + it.id() + ")", it.id()))));
            return new Options.Fixed(options);
        }

        /** The client, where it stands, and what it may be worth: what tells two deals apart. */
        private String label(Opportunity opportunity) {
            var terms = opportunity.terms();
            var stage = Stream.ofNullable(opportunity.stage())
                    .flatMap(name -> roadmaps.of(opportunity).stage(name).stream())
                    .map(Roadmap.Stage::label);
            var value = Stream.ofNullable(terms.value())
                    .map(amount -> String.format(Locale.ROOT, "%,.0f %s", amount, terms.currency()));
            return Stream.of(Stream.of(opportunity.account()), stage, value)
                    .flatMap(part -> part)
                    .collect(Collectors.joining(" · "));
        }

        private Options reasons() {
            Map<String, List<Option>> byEnding = new LinkedHashMap<>();
            closingReasons
                    .all()
                    .forEach((ending, labels) -> byEnding.put(
                            ending.value(),
                            labels.entrySet().stream()
                                    .map(reason -> new Option(reason.getValue(), reason.getKey()))
                                    .toList()));
            return new Options.By(Contract.AS_FIELD, byEnding);
        }
    }
}
