package com.targettoclose.report.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.targettoclose.ledger.Draft;
import com.targettoclose.ledger.EntryKind;
import com.targettoclose.ledger.Ledger;
import com.targettoclose.opportunity.DealType;
import com.targettoclose.opportunity.Opportunity;
import com.targettoclose.opportunity.Status;
import com.targettoclose.opportunity.Terms;
import com.targettoclose.report.facts.KeepFacts;
import com.targettoclose.report.facts.Tally;
import com.targettoclose.report.simulation.SimulatedDeal;
import com.targettoclose.report.simulation.SimulatedDeals;
import com.targettoclose.report.simulation.Simulation;
import com.targettoclose.testing.OnH2;
import com.targettoclose.testing.OnPostgres;
import com.targettoclose.testing.TestClock;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Every figure of simulated deals, against what those deals say when they are counted one by one. */
class FiguresDatabaseTests {

    private static final long SEED = 77;
    private static final int DEALS = 600;
    private static final List<SimulatedDeal> MADE = new SimulatedDeals(
                    new Simulation(SEED, Simulation.SHIPPED, Map.of("change", 0.25), TestClock.TODAY.minusDays(1)))
            .next(DEALS);
    private static final Set<String> OWNERS =
            MADE.stream().map(it -> it.opportunity().owner()).collect(Collectors.toSet());

    @Nested
    @OnH2
    class OnH2Database extends Body {}

    @Nested
    @OnPostgres
    class OnPostgresDatabase extends Body {}

    abstract static class Body {

        @Autowired
        TrustFigures figures;

        @Autowired
        SkippingCosts skippingCosts;

        @Autowired
        KeepFacts facts;

        @Autowired
        Ledger ledger;

        @Autowired
        JdbcTemplate jdbc;

        @Autowired
        TransactionTemplate transactions;

        private boolean written;

        @BeforeEach
        void written() {
            if (figures.of(theirs()).people().isEmpty() && !written) {
                written = true;
                transactions.executeWithoutResult(status -> ledger.open(
                        MADE.stream().map(SimulatedDeal::opportunity).toList(),
                        MADE.stream()
                                .collect(Collectors.toMap(it -> it.opportunity().id(), SimulatedDeal::entries)),
                        SimulatedDeals.BY));
                facts.catchUp(100_000);
            }
        }

        @Test
        void howDealsEnded() {
            var report = figures.of(theirs());
            assertThat(report.process())
                    .isEqualTo(new Outcomes(count(Status.WON), count(Status.LOST), count(Status.NO_DECISION), 0, 0));
            assertThat(report.process().winRate().trials()).isEqualTo(count(Status.WON) + count(Status.LOST));
            assertThat(report.simulated()).isEqualTo(DEALS);
            assertThat(report.before()).isEqualTo(Outcomes.NONE);
            assertThat(report.people()).hasSize(OWNERS.size());
            assertThat(report.people().stream().map(PersonLine::process).reduce(Outcomes.NONE, Outcomes::plus))
                    .isEqualTo(report.process());
            assertThat(report.adherence().values().stream().reduce(Outcomes.NONE, Outcomes::plus))
                    .isEqualTo(report.process());
        }

        @Test
        void aKnownEffectIsFoundWhereItIs() {
            var items = figures.of(theirs()).items().stream().collect(Collectors.toMap(Comparison::key, it -> it));
            var change = items.get("change");
            assertThat(change.with().total()).isEqualTo(count(deal -> has(deal, EntryKind.GAINED, "change")));
            assertThat(change.without().won())
                    .isEqualTo(count(deal -> has(deal, EntryKind.WAIVED, "change")
                            && deal.opportunity().status() == Status.WON));
            assertThat(change.verdict()).isEqualTo(Verdict.WON_MORE_OFTEN);
            assertThat(change.withinSize().interval().covers(0.25)).isTrue();
            assertThat(items).hasSize(8);
        }

        @Test
        void gatesAndItems() {
            var report = figures.of(theirs());
            assertThat(report.stages())
                    .extracting(StageLine::stage)
                    .containsExactlyInAnyOrder("target", "discovery", "diagnosis", "presentation");
            assertThat(report.stages()).allSatisfy(stage -> {
                assertThat(stage.entered()).isEqualTo(DEALS);
                assertThat(stage.passed()).isEqualTo(DEALS);
                assertThat(stage.conversion().share()).isEqualTo(1.0);
                assertThat(stage.medianDays()).isZero();
            });
            var discovery = report.stages().stream()
                    .filter(it -> it.stage().equals("discovery"))
                    .findFirst()
                    .orElseThrow();
            long waived = count(deal -> has(deal, EntryKind.WAIVED, "explore"))
                    + count(deal -> has(deal, EntryKind.WAIVED, "change"));
            assertThat(discovery.waived().count()).isEqualTo(waived);
            assertThat(discovery.waived().of()).isEqualTo(2L * DEALS);
            var explore = report.commitments().stream()
                    .filter(it -> it.item().equals("explore"))
                    .findFirst()
                    .orElseThrow();
            assertThat(explore.gained().count()).isEqualTo(count(deal -> has(deal, EntryKind.GAINED, "explore")));
            assertThat(explore.gained().of()).isEqualTo(DEALS);
            assertThat(explore.medianAsks()).isEqualTo(1);
            assertThat(report.creation().count()).isEqualTo(explore.gained().count());
            assertThat(report.creation().of()).isEqualTo(DEALS);
            assertThat(report.approvers()).extracting(WaiverLine::approver).containsExactly(SimulatedDeals.BY);
        }

        @Test
        void howLongItTakes() {
            var report = figures.of(theirs());
            var ninety = report.endings().stream()
                    .filter(it -> it.days() == 90)
                    .findFirst()
                    .orElseThrow();
            long by = count(deal -> deal.opportunity().status() == Status.WON && cycle(deal) <= 90);
            assertThat(ninety.won().value()).isCloseTo((double) by / DEALS, within(1e-9));
            var velocity = report.velocity().get(0);
            assertThat(velocity.currency()).isEqualTo("USD");
            var average = MADE.stream()
                    .filter(deal -> deal.opportunity().status() == Status.WON)
                    .mapToDouble(deal -> deal.opportunity().terms().value().doubleValue())
                    .average()
                    .orElseThrow();
            assertThat(velocity.averageWon().doubleValue()).isCloseTo(average, within(0.01));
        }

        @Test
        void filtersNarrow() {
            var large = new ReportFilter(null, null, null, null, null, OWNERS, "new-business", "large");
            assertThat(figures.of(large).process().total())
                    .isEqualTo(count(deal -> deal.opportunity().terms().value().intValue() == 250_000));
            var day = TestClock.TODAY.minusDays(365);
            var early = new ReportFilter(null, day, null, null, null, OWNERS, null, null);
            var late = new ReportFilter(day.plusDays(1), null, null, null, null, OWNERS, null, null);
            assertThat(figures.of(early).process().won())
                    .isEqualTo(count(deal -> deal.opportunity().status() == Status.WON
                            && !deal.opportunity().closedOn().isAfter(day)));
            assertThat(figures.of(early).process().plus(figures.of(late).process()))
                    .isEqualTo(figures.of(theirs()).process());
            var discovery = new ReportFilter(null, null, "target-to-close", null, "discovery", OWNERS, null, null);
            assertThat(figures.of(discovery).gates())
                    .extracting(Comparison::key)
                    .containsExactly("discovery");
            assertThat(figures.of(discovery).items())
                    .extracting(Comparison::key)
                    .containsExactlyInAnyOrder("explore", "change");
            var nobody = new ReportFilter(null, null, null, null, null, Set.of("nobody"), null, null);
            assertThat(figures.of(nobody).process()).isEqualTo(Outcomes.NONE);
            assertThat(figures.of(nobody).following().verdict()).isEqualTo(Verdict.TOO_FEW);
            assertThat(figures.of(ReportFilter.ALL).process().total()).isGreaterThanOrEqualTo(DEALS);
        }

        @Test
        void whatIsRecordedIsInTheNextReport() {
            var renewals = new ReportFilter(null, null, null, null, null, OWNERS, "renewal", null);
            var before = figures.of(renewals).process();
            assertThat(figures.of(renewals)).as("nothing is new").isSameAs(figures.of(renewals));
            var owner = OWNERS.iterator().next();
            var opportunity = new Opportunity(
                    "SIM-NEW-" + before.total() + "-" + before.open(),
                    "Simulated client",
                    owner,
                    new Terms(new BigDecimal("100.00"), "USD", DealType.RENEWAL),
                    "target-to-close",
                    Status.OPEN,
                    "target",
                    null,
                    null,
                    TestClock.TODAY,
                    null,
                    null,
                    TestClock.START);
            transactions.executeWithoutResult(status -> ledger.open(
                    List.of(opportunity), Map.of(opportunity.id(), List.of(Draft.of(EntryKind.OPENED))), owner));
            assertThat(figures.of(renewals).process().open()).isEqualTo(before.open() + 1);
        }

        @Test
        void skippingCostsAreThoseOfComparableDeals() {
            var like = MADE.get(0).opportunity();
            var costs = skippingCosts.of(like, List.of("change", "never-heard-of"));
            assertThat(costs.get("change").comparison().with().won())
                    .isGreaterThanOrEqualTo(count(deal -> has(deal, EntryKind.GAINED, "change")
                            && deal.opportunity().status() == Status.WON
                            && deal.opportunity().terms().equals(like.terms())));
            assertThat(costs.get("never-heard-of").inWords()).startsWith("No comparable deal");
        }

        @Test
        void whatWasCountedBeforehandSaysWhatTheDealsSayOneByOne() {
            facts.catchUp(100_000);
            var everybody = Set.copyOf(jdbc.queryForList("select distinct owner from t2c_report_deal", String.class));
            var days = MADE.stream()
                    .map(it -> it.opportunity().closedOn())
                    .sorted()
                    .toList();
            var from = days.get(DEALS / 5);
            var to = days.get(4 * DEALS / 5);
            for (var filter : List.of(
                    ReportFilter.ALL,
                    new ReportFilter(from, null, null, null, null, null, null, null),
                    new ReportFilter(null, to, null, 1, null, null, null, "large"),
                    new ReportFilter(from, to, "target-to-close", null, "discovery", null, "new-business", null))) {
                var counted = figures.of(filter);
                var oneByOne = figures.of(new ReportFilter(
                        filter.from(),
                        filter.to(),
                        filter.roadmap(),
                        filter.edition(),
                        filter.stage(),
                        everybody,
                        filter.dealType(),
                        filter.sizeBand()));
                assertThat(counted).isEqualTo(oneByOne);
            }
            assertThat(figures.of(ReportFilter.ALL).process().total()).isGreaterThanOrEqualTo(DEALS);
        }

        @Test
        void everyPeriodIsCountedToTheDay() {
            facts.catchUp(100_000);
            var random = new Random(SEED);
            var first = TestClock.TODAY.minusYears(2);
            for (int i = 0; i < 40; i++) {
                var from = i % 5 == 0 ? null : first.plusDays(random.nextInt(700));
                var to = i % 7 == 0
                        ? null
                        : Objects.requireNonNullElse(from, first).plusDays(random.nextInt(i % 2 == 0 ? 25 : 400));
                var filter = new ReportFilter(from, to, null, null, null, null, null, null);
                for (var tally : Tally.values()) {
                    assertThat(jdbc.queryForObject(
                                    "select coalesce(sum(deals), 0)" + Tallied.from(tally, filter), Long.class))
                            .as("%s from %s to %s, seed %d", tally, from, to, SEED)
                            .isEqualTo(counted(tally, from, to));
                }
            }
        }

        private Long counted(Tally tally, LocalDate from, LocalDate to) {
            var day = tally.day();
            return jdbc.queryForObject(
                    "select count(*) from " + tally.factTable() + " where "
                            + (day.equals("closed_on") ? "status = 'open' or " : "")
                            + "(cast(? as date) is null or " + day + " >= ?) and (cast(? as date) is null or " + day
                            + " <= ?)",
                    Long.class,
                    from,
                    from,
                    to,
                    to);
        }

        private static ReportFilter theirs() {
            return new ReportFilter(null, null, null, null, null, OWNERS, "new-business", null);
        }

        private static long cycle(SimulatedDeal deal) {
            var it = deal.opportunity();
            return ChronoUnit.DAYS.between(it.openedOn(), it.closedOn());
        }

        private static long count(Status status) {
            return count(deal -> deal.opportunity().status() == status);
        }

        private static long count(Predicate<SimulatedDeal> which) {
            return MADE.stream().filter(which).count();
        }

        private static boolean has(SimulatedDeal deal, EntryKind kind, String item) {
            return deal.entries().stream().anyMatch(it -> it.kind() == kind && item.equals(it.item()));
        }
    }
}
