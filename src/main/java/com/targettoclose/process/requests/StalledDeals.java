package com.targettoclose.process.requests;

import com.targettoclose.ledger.Draft;
import com.targettoclose.ledger.EntryKind;
import com.targettoclose.ledger.Ledger;
import com.targettoclose.opportunity.Opportunities;
import com.targettoclose.opportunity.Opportunity;
import com.targettoclose.opportunity.QuietDeals;
import com.targettoclose.opportunity.QuietDeals.Coach;
import com.targettoclose.opportunity.QuietDeals.Limit;
import com.targettoclose.opportunity.QuietDeals.Place;
import com.targettoclose.opportunity.QuietDeals.Quiet;
import com.targettoclose.process.AsTheApplication;
import com.targettoclose.process.Contract;
import com.targettoclose.process.people.Group;
import com.targettoclose.process.people.SalesTeams;
import com.targettoclose.process.people.TaskPeople;
import com.targettoclose.process.roadmap.Roadmap;
import com.targettoclose.process.roadmap.Roadmaps;
import com.targettoclose.process.stage.OpenRequests;
import com.targettoclose.process.stage.Stall;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looks at all deals for those that stalled, some at a time, in a handful of statements whatever their number; only what is
 * opened for a stalled one is written one by one.
 */
@Service
public class StalledDeals {

    private final ProcessEngine engine;
    private final Opportunities opportunities;
    private final QuietDeals quietDeals;
    private final Ledger ledger;
    private final Roadmaps roadmaps;
    private final SalesTeams teams;
    private final TaskPeople people;
    private final OpenRequests openRequests;
    private final CoachingSettings settings;
    private final Clock clock;

    StalledDeals(
            @Lazy ProcessEngine engine,
            Opportunities opportunities,
            QuietDeals quietDeals,
            Ledger ledger,
            Roadmaps roadmaps,
            SalesTeams teams,
            TaskPeople people,
            OpenRequests openRequests,
            CoachingSettings settings,
            Clock clock) {
        this.engine = engine;
        this.opportunities = opportunities;
        this.quietDeals = quietDeals;
        this.ledger = ledger;
        this.roadmaps = roadmaps;
        this.teams = teams;
        this.people = people;
        this.openRequests = openRequests;
        this.settings = settings;
        this.clock = clock;
    }

    /** Finds some; whether there may be more. */
    @Transactional
    public boolean find() {
        var today = LocalDate.now(clock);
        return raise(today) == settings.atOnce() | passOn(today) == settings.atOnce();
    }

    private int raise(LocalDate today) {
        Map<Place, Integer> allowed = new HashMap<>();
        quietDeals.places().forEach(place -> allow(place, allowed));
        var limits = allowed.entrySet().stream()
                .map(it -> new Limit(it.getKey(), today.minusDays(it.getValue())))
                .toList();
        var ids = quietDeals.beyond(limits, settings.atOnce()).stream()
                .map(Quiet::id)
                .toList();
        if (ids.isEmpty()) {
            return 0;
        }
        var locked =
                opportunities.lockEach(ids).stream().collect(Collectors.toMap(Opportunity::id, Function.identity()));
        // somebody may have been heard before the lock
        var stalled = quietDeals.beyond(limits, settings.atOnce()).stream()
                .filter(quiet -> locked.containsKey(quiet.id()))
                .toList();
        if (!stalled.isEmpty()) {
            raise(stalled, locked, allowed, today);
        }
        return ids.size();
    }

    private void allow(Place place, Map<Place, Integer> allowed) {
        roadmaps.find(place.definitionId())
                .flatMap(roadmap -> roadmap.stage(place.stage()))
                .map(Roadmap.Stage::stallDays)
                .ifPresent(days -> allowed.put(place, days));
    }

    private void raise(
            List<Quiet> stalled, Map<String, Opportunity> locked, Map<Place, Integer> allowed, LocalDate today) {
        Map<String, List<Draft>> entries = new HashMap<>();
        for (var quiet : stalled) {
            var detail = Stall.noticing(quiet.since(), allowed.getOrDefault(quiet.place(), 0));
            entries.put(
                    quiet.id(),
                    List.of(Draft.of(EntryKind.STALLED).detail(detail).occurredOn(today)));
        }
        ledger.append(entries, Ledger.SYSTEM);
        teams.recall(locked.values().stream().map(Opportunity::owner).collect(Collectors.toSet()));
        var byCoach = locked.values().stream()
                .filter(deal -> entries.containsKey(deal.id()))
                .collect(Collectors.groupingBy(this::coach, Collectors.mapping(Opportunity::id, Collectors.toSet())));
        byCoach.forEach((coach, ids) -> quietDeals.waitFor(coach, ids, today));
        start(entries.keySet());
    }

    private Coach coach(Opportunity opportunity) {
        return teams.managerOf(opportunity.owner()).isPresent() ? Coach.MANAGER : Coach.LEADER;
    }

    private void start(Set<String> ids) {
        var heads = opportunities.ledgerHeads(ids);
        AsTheApplication.call(engine, () -> {
            var definition = coachingProcess();
            heads.forEach((id, head) -> engine.getRuntimeService()
                    .createMessageCorrelation(Contract.DEAL_STALLED)
                    .processDefinitionId(definition.getId())
                    .processInstanceBusinessKey(id)
                    .setVariable(Contract.REQUEST_VARIABLE, head.entries())
                    .correlateStartMessage());
            return true;
        });
    }

    private ProcessDefinition coachingProcess() {
        var found = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .messageEventSubscriptionName(Contract.DEAL_STALLED)
                .latestVersion()
                .singleResult();
        if (found == null) {
            throw new IllegalStateException("No process starts with the message '" + Contract.DEAL_STALLED
                    + "'. Deploy the one in which somebody advises on a stalled deal.");
        }
        return found;
    }

    /** What a manager left unanswered goes to the sales leaders. */
    private int passOn(LocalDate today) {
        var before = today.minusDays(settings.answerDays());
        var ids = quietDeals.unanswered(before, settings.atOnce());
        if (ids.isEmpty()) {
            return 0;
        }
        opportunities.lockEach(ids);
        var waiting = quietDeals.unanswered(before, settings.atOnce()).stream()
                .filter(ids::contains)
                .toList();
        if (!waiting.isEmpty()) {
            var entry = Draft.of(EntryKind.ESCALATED)
                    .detail(Map.of("to", Group.LEADER.id(), "days", ChronoUnit.DAYS.between(before, today)))
                    .occurredOn(today);
            ledger.append(waiting.stream().collect(Collectors.toMap(id -> id, id -> List.of(entry))), Ledger.SYSTEM);
            quietDeals.waitFor(Coach.LEADER, waiting, today);
            people.passOn(openRequests.waiting(waiting, CoachingRequest.KIND), Group.LEADER);
        }
        return ids.size();
    }
}
