package com.targettoclose.report.figures;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.targettoclose.opportunity.Status;
import com.targettoclose.report.ReportSettings;
import com.targettoclose.report.facts.KeepFacts;
import com.targettoclose.report.statistics.CumulativeIncidence;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Works the trust report out; one that was worked out already is kept until something is new. */
@Service
public class TrustFigures {

    private static final int KEPT = 200;
    private static final int SILENT_DAYS = 21;
    private static final List<Integer> DAYS = List.of(30, 60, 90, 120, 180, 270, 365);
    private static final String FOLLOWING = "following";
    private static final String BEFORE = "before";

    private final DealFigures deals;
    private final GateFigures gates;
    private final PeopleFigures people;
    private final KeepFacts facts;
    private final ReportSettings settings;
    private final Clock clock;
    private final Cache<Asked, TrustReport> reports =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    TrustFigures(
            DealFigures deals,
            GateFigures gates,
            PeopleFigures people,
            KeepFacts facts,
            ReportSettings settings,
            Clock clock) {
        this.deals = deals;
        this.gates = gates;
        this.people = people;
        this.facts = facts;
        this.settings = settings;
        this.clock = clock;
    }

    private record Asked(ReportFilter filter, LocalDate day, long changes) {}

    /** The report on these deals. A little news is read first, so that who has just recorded something finds it. */
    public TrustReport of(ReportFilter filter) {
        facts.catchUpALittle();
        return reports.get(new Asked(filter, LocalDate.now(clock), facts.changes()), this::workOut);
    }

    private TrustReport workOut(Asked asked) {
        var filter = asked.filter();
        var byOrigin = deals.byOrigin(filter);
        var process =
                byOrigin.stream().filter(cell -> !cell.key().equals(BEFORE)).toList();
        var sums = sums(filter, asked.day());
        return new TrustReport(
                asked.day(),
                facts.behind(),
                Counted.sum(Counted.by(process, Cell::key, cell -> cell.key().equals("simulated")))
                        .total(),
                deals.creation(filter, settings.creationItem()),
                Counted.sum(Counted.by(process, Cell::key, cell -> true)),
                Counted.sum(Counted.by(byOrigin, Cell::key, cell -> cell.key().equals(BEFORE))),
                deals.rerouted(filter),
                Counted.by(process, cell -> String.valueOf(cell.group()), cell -> true),
                following(process),
                gates.stages(filter),
                Comparison.of(gates.passages(filter), Set.of("met"), Set.of("waived")),
                Comparison.of(gates.items(filter), SkippingCosts.HELD, SkippingCosts.SKIPPED),
                gates.commitments(filter),
                gates.approvers(filter),
                endings(filter, asked.day()),
                deals.velocity(filter),
                sums.values().stream().reduce(Sums.NONE, Sums::plus).evidence(),
                people(deals.byOwner(filter), sums),
                groups(deals.byProduct(filter)));
    }

    private static Comparison following(List<Cell> process) {
        var cells = Stream.concat(
                        process.stream()
                                .map(cell -> new Cell(
                                        FOLLOWING, cell.group(), cell.sizeBand(), cell.status(), cell.count())),
                        Stream.of(new Cell(FOLLOWING, null, "unknown", Status.OPEN, 0)))
                .toList();
        return Comparison.of(cells, Set.of("high"), Set.of("some", "low")).get(0);
    }

    private List<EndLine> endings(ReportFilter filter, LocalDate today) {
        var watched = deals.watched(filter, today);
        long longest = watched.stream().mapToLong(it -> it.time()).max().orElse(0);
        var incidence = CumulativeIncidence.of(watched);
        return DAYS.stream()
                .filter(days -> days <= longest)
                .map(days -> new EndLine(
                        days,
                        incidence.by(days, Status.WON),
                        incidence.by(days, Status.LOST),
                        incidence.by(days, Status.NO_DECISION)))
                .toList();
    }

    private Map<String, Sums> sums(ReportFilter filter, LocalDate today) {
        Map<String, Sums> sums = new LinkedHashMap<>();
        Stream.of(people.deals(filter), people.silent(filter, today.minusDays(SILENT_DAYS)), people.gates(filter))
                .flatMap(List::stream)
                .forEach(it -> sums.merge(it.owner(), it, Sums::plus));
        return sums;
    }

    private static List<PersonLine> people(List<Cell> byOwner, Map<String, Sums> sums) {
        var groups = groups(byOwner).stream().collect(Collectors.toMap(GroupLine::group, Function.identity()));
        var owners = new TreeSet<>(groups.keySet());
        owners.addAll(sums.keySet());
        return owners.stream()
                .map(owner -> person(
                        groups.getOrDefault(owner, new GroupLine(owner, Outcomes.NONE, Outcomes.NONE)),
                        sums.getOrDefault(owner, Sums.NONE)))
                .toList();
    }

    private static PersonLine person(GroupLine group, Sums sums) {
        return new PersonLine(
                group.group(),
                group.process(),
                group.before(),
                Rate.of(sums.metInTime(), sums.applicable()),
                sums.silent(),
                Rate.of(sums.waived(), sums.required()),
                sums.evidence());
    }

    private static List<GroupLine> groups(List<Cell> cells) {
        var before = Counted.by(cells, Cell::key, cell -> BEFORE.equals(cell.group()));
        var process = Counted.by(cells, Cell::key, cell -> !BEFORE.equals(cell.group()));
        var all = new TreeSet<>(before.keySet());
        all.addAll(process.keySet());
        return all.stream()
                .map(group -> new GroupLine(
                        group, process.getOrDefault(group, Outcomes.NONE), before.getOrDefault(group, Outcomes.NONE)))
                .toList();
    }
}
