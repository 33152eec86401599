package com.targettoclose.benchmark;

import com.targettoclose.report.facts.KeepFacts;
import com.targettoclose.report.facts.Recount;
import com.targettoclose.report.facts.Tally;
import com.targettoclose.report.figures.Behind;
import com.targettoclose.report.figures.Behind.Kind;
import com.targettoclose.report.figures.DealsBehind;
import com.targettoclose.report.figures.DiagramFigures;
import com.targettoclose.report.figures.ReportFilter;
import com.targettoclose.report.figures.SkippingCosts;
import com.targettoclose.report.figures.TrustFigures;
import com.targettoclose.testing.Deal;
import com.targettoclose.testing.Deals;
import com.targettoclose.testing.OnPostgres;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;

/**
 * What the trust report costs over many closed deals with ten items each, and what one more conversation costs the read
 * models. The read models are filled by the database itself. Setting: {@code -Dt2c.benchmark.closed=1000000}.
 */
@Tag("benchmark")
@OnPostgres
@Import(HeardQueries.Configuration.class)
@DirtiesContext
class TrustReportBenchmark {

    private static final int CLOSED = Integer.getInteger("t2c.benchmark.closed", 1_000_000);
    private static final int TIMES = 5;
    private static final int WARM_UP = 60;
    private static final int CONVERSATIONS = 40;
    private static final Set<String> TEAM =
            IntStream.rangeClosed(1, 10).mapToObj(n -> "rep" + n).collect(Collectors.toSet());
    private static final String OF_A_DEAL = """
            'rep' || (n % 200), 'target-to-close', (array['new-business', 'renewal'])[1 + (n / 11) % 2],
            (array['small', 'medium', 'large'])[1 + n % 3], (array['won', 'lost', 'no-decision'])[1 + (n / 3) % 3],
            date '2024-01-01' + n % 700, date '2024-01-01' + n % 700 + 20 + (n / 13) % 90""";

    @Autowired
    HeardQueries heard;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TrustFigures figures;

    @Autowired
    DiagramFigures diagrams;

    @Autowired
    DealsBehind behind;

    @Autowired
    SkippingCosts skippingCosts;

    @Autowired
    KeepFacts facts;

    @Autowired
    Deals deals;

    @Test
    void manyClosedDeals() throws SQLException {
        fill();
        System.out.printf(
                "%n%s, Java %s, %d processors: %,d closed deals, ten items and four gates each%n",
                jdbc.queryForObject("select version()", String.class),
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                CLOSED);
        heard.clear();
        time("trust report, everything", () -> figures.of(asked(null, to(2026, 4), null)));
        time("trust report, a quarter", () -> figures.of(asked(from(7), to(2025, 10), null)));
        time("trust report, eighty days", () -> figures.of(asked(from(5).plusDays(12), to(2025, 8), null)));
        time("trust report, a team of ten", () -> figures.of(asked(null, to(2026, 4), TEAM)));
        time("trust report, a team of ten, a quarter", () -> figures.of(asked(from(7), to(2025, 10), TEAM)));
        var same = asked(null, to(2026, 4), null);
        figures.of(same);
        time("trust report, asked again", () -> figures.of(same));
        time("figures on the diagrams", () -> diagrams.of(asked(null, to(2026, 4), null)));
        time(
                "deals behind a number, twentieth page",
                () -> behind.some(new Behind(Kind.ITEM, "item3"), asked(null, to(2026, 4), null), 1_000, 50));
        time(
                "deals behind a number, of one week",
                () -> behind.some(
                        new Behind(Kind.ITEM, "item3"), asked(from(7).plusDays(1), to(2025, 7), null), 0, 50));
        var deal = deals.open();
        time("what skipping costs", () -> skippingCosts.of(deal.opportunity(), List.of("item1", "item2", "item3")));
        var slowest = heard.explainSlowest();
        aConversation();
        System.out.printf("The slowest query, %.0f ms:%n%s%n", slowest.millis(), slowest.text());
    }

    private int asked;

    /** No two are the same, so that none is kept from before. */
    private static ReportFilter asked(LocalDate from, LocalDate to, Set<String> owners) {
        return new ReportFilter(from, to, null, null, null, owners, null, null);
    }

    private static LocalDate from(int month) {
        return LocalDate.of(2025, month, 1);
    }

    private LocalDate to(int year, int month) {
        asked++;
        return LocalDate.of(year, month, 1).plusDays(asked % 28);
    }

    private void fill() {
        jdbc.update(
                "insert into t2c_report_deal (opportunity_id, owner, roadmap, deal_type, size_band, status, opened_on,"
                        + " closed_on, deal_value, currency, product, origin, adherence_band, applicable, met_in_time, rerouted,"
                        + " gained, claimed, late, off_the_map, recordings, in_bursts, worded, alike, thin, cycle_days)"
                        + " select 'B' || n, " + OF_A_DEAL + ", 1000 + n % 100000, 'USD', 'P' || (n / 19) % 7, 'here',"
                        + " (array['high', 'some', 'low'])[1 + (n / 5) % 3], 10, n % 11, false, 10, 3, 1, 1, 6, 0, 10, 0, 1, 20 + (n / 13) % 90"
                        + " from generate_series(1, ?) as n",
                CLOSED);
        jdbc.update(
                "insert into t2c_report_gate (opportunity_id, stage, owner, roadmap, deal_type, size_band, status,"
                        + " opened_on, closed_on, entered_on, passed_on, days, passage, required, met_in_time, waived)"
                        + " select 'B' || n, 'stage' || g, " + OF_A_DEAL
                        + ", date '2024-01-01', date '2024-01-20', 5 + (n / 17) % 30,"
                        + " case when (n + g) % 4 = 0 then 'waived' else 'met' end, 3, 2, 1"
                        + " from generate_series(1, ?) as n, generate_series(1, 4) as g",
                CLOSED);
        jdbc.update(
                "insert into t2c_report_item (opportunity_id, item, owner, roadmap, deal_type, size_band, status,"
                        + " opened_on, closed_on, stage, at_gate, state, asked, gained_at_ask, gained_on, waived_by)"
                        + " select 'B' || n, 'item' || i, " + OF_A_DEAL + ", 'stage' || (1 + i % 4),"
                        + " case when (n + i) % 5 = 0 then 'waived' else 'timely' end, 'gained', 1 + n % 3, 1 + n % 3,"
                        + " date '2024-01-10', case when (n + i) % 5 = 0 then 'boss' || n % 9 end"
                        + " from generate_series(1, ?) as n, generate_series(1, 10) as i",
                CLOSED);
        jdbc.execute("vacuum analyze t2c_report_deal");
        jdbc.execute("vacuum analyze t2c_report_gate");
        jdbc.execute("vacuum analyze t2c_report_item");
        Recount.fill(jdbc);
        for (var tally : Tally.values()) {
            jdbc.execute("vacuum analyze " + tally.table());
        }
    }

    private void aConversation() {
        for (int i = 0; i < WARM_UP; i++) {
            aConversation(deals.open());
        }
        System.out.println("Rows added up: "
                + Arrays.stream(Tally.values())
                        .map(tally ->
                                tally + " " + jdbc.queryForObject("select count(*) from " + tally.table(), Long.class))
                        .toList());
        long[] nanos = new long[CONVERSATIONS];
        for (int i = 0; i < nanos.length; i++) {
            nanos[i] = aConversation(deals.open());
        }
        print("one more conversation in the read models", nanos);
    }

    private long aConversation(Deal deal) {
        facts.catchUp(Integer.MAX_VALUE);
        deal.gain(deal.openConversations().get(0));
        long before = System.nanoTime();
        facts.catchUp(Integer.MAX_VALUE);
        return System.nanoTime() - before;
    }

    private static void time(String what, Runnable view) {
        view.run();
        long[] nanos = new long[TIMES];
        for (int i = 0; i < TIMES; i++) {
            long before = System.nanoTime();
            view.run();
            nanos[i] = System.nanoTime() - before;
        }
        print(what, nanos);
    }

    private static void print(String what, long[] nanos) {
        Arrays.sort(nanos);
        System.out.printf(
                "%s: min %.1f ms, median %.1f ms, max %.1f ms%n",
                what, nanos[0] / 1e6, nanos[nanos.length / 2] / 1e6, nanos[nanos.length - 1] / 1e6);
    }
}
