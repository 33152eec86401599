package com.targettoclose.benchmark;

import com.targettoclose.report.facts.KeepFacts;
import com.targettoclose.report.figures.ReportFilter;
import com.targettoclose.report.figures.SkippingCosts;
import com.targettoclose.report.figures.TrustFigures;
import com.targettoclose.testing.Deals;
import com.targettoclose.testing.OnPostgres;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;

/**
 * What the trust report costs over many closed deals with ten items each, and what one more conversation costs the read
 * models. The read models are filled by the database itself. Setting: {@code -Dt2c.benchmark.closed=1000000}.
 */
@Tag("benchmark")
@OnPostgres
@DirtiesContext
class TrustReportBenchmark {

    private static final int CLOSED = Integer.getInteger("t2c.benchmark.closed", 1_000_000);
    private static final int TIMES = 5;
    private static final String OF_A_DEAL = """
            'rep' || (n % 200), 'target-to-close', 'new-business', (array['small', 'medium', 'large'])[1 + n % 3],
            (array['won', 'lost', 'no-decision'])[1 + (n / 3) % 3], date '2024-01-01' + n % 700,
            date '2024-01-01' + n % 700 + 20 + n % 90""";

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TrustFigures figures;

    @Autowired
    SkippingCosts skippingCosts;

    @Autowired
    KeepFacts facts;

    @Autowired
    Deals deals;

    @Test
    void manyClosedDeals() {
        fill();
        System.out.printf(
                "%n%s, Java %s, %d processors: %,d closed deals, ten items and four gates each%n",
                jdbc.queryForObject("select version()", String.class),
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                CLOSED);
        time("trust report, everything", () -> figures.of(vary(null)));
        time(
                "trust report, the last quarter",
                () -> figures.of(new ReportFilter(LocalDate.of(2026, 1, 1), day(), null, null, null, null, null)));
        time(
                "trust report, a team of ten",
                () -> figures.of(
                        vary(Set.of("rep1", "rep2", "rep3", "rep4", "rep5", "rep6", "rep7", "rep8", "rep9", "rep10"))));
        var same = vary(null);
        figures.of(same);
        time("trust report, asked again", () -> figures.of(same));
        var deal = deals.open();
        time("what skipping costs", () -> skippingCosts.of(deal.opportunity(), List.of("item1", "item2", "item3")));
        aConversation();
        plan();
    }

    private int asked;

    /** No two are the same, so that none is kept from before. */
    private ReportFilter vary(Set<String> owners) {
        return new ReportFilter(null, day(), null, null, owners, null, null);
    }

    private LocalDate day() {
        asked++;
        return LocalDate.of(2026, 4, 1).plusDays(asked);
    }

    private void fill() {
        jdbc.update(
                "insert into t2c_report_deal (opportunity_id, owner, roadmap, deal_type, size_band, status, opened_on,"
                        + " closed_on, deal_value, currency, product, origin, adherence_band, applicable, met_in_time, rerouted,"
                        + " gained, claimed, late, off_the_map, recordings, in_bursts, worded, alike, thin, cycle_days)"
                        + " select 'B' || n, " + OF_A_DEAL + ", 1000 + n % 100000, 'USD', 'P' || n % 7, 'here',"
                        + " (array['high', 'some', 'low'])[1 + n % 3], 10, n % 11, false, 10, 3, 1, 1, 6, 0, 10, 0, 1, 20 + n % 90"
                        + " from generate_series(1, ?) as n",
                CLOSED);
        jdbc.update(
                "insert into t2c_report_gate (opportunity_id, stage, owner, roadmap, deal_type, size_band, status,"
                        + " opened_on, closed_on, entered_on, passed_on, days, passage, required, met_in_time, waived)"
                        + " select 'B' || n, 'stage' || g, " + OF_A_DEAL
                        + ", date '2024-01-01', date '2024-01-20', 5 + n % 30,"
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
    }

    private void aConversation() {
        var deal = deals.open();
        facts.catchUp(Integer.MAX_VALUE);
        long[] nanos = new long[6];
        for (int i = 0; i < nanos.length; i++) {
            deal.gain(deal.openConversations().get(0));
            long before = System.nanoTime();
            facts.catchUp(Integer.MAX_VALUE);
            nanos[i] = System.nanoTime() - before;
        }
        print("one more conversation in the read models", nanos);
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

    private void plan() {
        System.out.println("The slowest query's plan:");
        jdbc.queryForList(
                        "explain analyze select item, at_gate, size_band, status, count(*) from t2c_report_item"
                                + " where at_gate is not null group by item, at_gate, size_band, status",
                        String.class)
                .forEach(System.out::println);
    }
}
