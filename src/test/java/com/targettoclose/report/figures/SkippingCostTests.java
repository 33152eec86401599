package com.targettoclose.report.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.targettoclose.opportunity.Status;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SkippingCostTests {

    @Test
    void fewerThanTwentyDecidedDealsOnASideAreOnlyCounted() {
        var cost = cost(
                cell("timely", Status.WON, 56),
                cell("timely", Status.LOST, 14),
                cell("waived", Status.WON, 1),
                cell("waived", Status.LOST, 18));
        assertThat(cost.comparison().verdict()).isEqualTo(Verdict.TOO_FEW);
        assertThat(cost.comparison().difference()).isNull();
        assertThat(cost.comparison().p()).isNull();
        assertThat(cost.inWords())
                .isEqualTo(
                        "Of 70 decided deals that held it at the gate, 56 were won. Of 19 decided deals that passed without"
                                + " it, 1 was won. These are too few to tell a difference.");
    }

    @Test
    void noDecisionIsNotDecided() {
        var cost = cost(
                cell("timely", Status.WON, 30),
                cell("waived", Status.WON, 10),
                cell("waived", Status.LOST, 9),
                cell("waived", Status.NO_DECISION, 40));
        assertThat(cost.comparison().verdict()).isEqualTo(Verdict.TOO_FEW);
        assertThat(cost.comparison().without().noDecision()).isEqualTo(40);
    }

    @Test
    void enoughDealsAreComparedWithTheirIntervalAndNeverCalledACause() {
        var cost = cost(
                cell("timely", Status.WON, 50),
                cell("afterwards", Status.WON, 6),
                cell("timely", Status.LOST, 14),
                cell("waived", Status.WON, 48),
                cell("waived", Status.LOST, 32),
                cell("imported", Status.LOST, 500));
        var comparison = cost.comparison();
        assertThat(comparison.difference().lower()).isCloseTo(0.0524, within(0.00005));
        assertThat(comparison.difference().upper()).isCloseTo(0.3339, within(0.00005));
        assertThat(comparison.verdict()).isEqualTo(Verdict.WON_MORE_OFTEN);
        assertThat(cost.inWords())
                .isEqualTo(
                        "Of 70 decided deals that held it at the gate, 56 were won (80 %; 69 to 88 %). Of 80 decided deals"
                                + " that passed without it, 48 were won (60 %; 49 to 70 %). Those that held it were won more often."
                                + " It shows what went together, not what caused what.");
    }

    @Test
    void aDifferenceThatChanceMayMakeIsNone() {
        var cost = cost(
                cell("timely", Status.WON, 30),
                cell("timely", Status.LOST, 20),
                cell("waived", Status.WON, 28),
                cell("waived", Status.LOST, 22));
        assertThat(cost.comparison().verdict()).isEqualTo(Verdict.NO_DIFFERENCE_SHOWN);
        assertThat(cost.inWords()).endsWith("That is no more than chance may do.");
    }

    @Test
    void thoseThatHeldItMayHaveBeenWonLessOften() {
        var cost = cost(
                cell("timely", Status.WON, 20),
                cell("timely", Status.LOST, 80),
                cell("waived", Status.WON, 50),
                cell("waived", Status.LOST, 50));
        assertThat(cost.comparison().verdict()).isEqualTo(Verdict.WON_LESS_OFTEN);
        assertThat(cost.inWords()).contains("won less often");
    }

    @Test
    void nobodySkippedItYet() {
        assertThat(cost(cell("timely", Status.WON, 30)).inWords())
                .isEqualTo(
                        "No comparable deal that has ended passed without it yet, so nobody can say what that costs.");
    }

    @Test
    void severalComparisonsAreCorrectedFor() {
        var one = List.of(
                new Cell("a", "timely", "small", Status.WON, 36),
                new Cell("a", "timely", "small", Status.LOST, 14),
                new Cell("a", "waived", "small", Status.WON, 25),
                new Cell("a", "waived", "small", Status.LOST, 25));
        assertThat(compare(one).get(0).verdict()).isEqualTo(Verdict.WON_MORE_OFTEN);
        var others = List.of("b", "c", "d").stream()
                .flatMap(key -> List.of("timely", "waived").stream()
                        .flatMap(group -> List.of(Status.WON, Status.LOST).stream()
                                .map(status -> new Cell(key, group, "small", status, 25))));
        var all = Stream.concat(one.stream(), others).toList();
        assertThat(compare(all).get(0).pAdjusted())
                .isGreaterThan(compare(one).get(0).pAdjusted());
        assertThat(compare(all).get(0).verdict()).isEqualTo(Verdict.NO_DIFFERENCE_SHOWN);
    }

    @Test
    void sizeIsNotMistakenForTheItem() {
        var confounded = List.of(
                new Cell("a", "timely", "small", Status.WON, 80),
                new Cell("a", "timely", "small", Status.LOST, 20),
                new Cell("a", "waived", "small", Status.WON, 16),
                new Cell("a", "waived", "small", Status.LOST, 4),
                new Cell("a", "timely", "large", Status.WON, 4),
                new Cell("a", "timely", "large", Status.LOST, 16),
                new Cell("a", "waived", "large", Status.WON, 20),
                new Cell("a", "waived", "large", Status.LOST, 80));
        var comparison = compare(confounded).get(0);
        assertThat(comparison.p()).as("crudely").isLessThan(0.001);
        assertThat(comparison.withinSize().value()).isCloseTo(0, within(1e-9));
        assertThat(comparison.verdict()).isEqualTo(Verdict.NO_DIFFERENCE_SHOWN);
    }

    private static List<Comparison> compare(List<Cell> cells) {
        return Comparison.of(cells, SkippingCosts.HELD, SkippingCosts.SKIPPED);
    }

    private static SkippingCost cost(Cell... cells) {
        return new SkippingCost(compare(List.of(cells)).get(0));
    }

    private static Cell cell(String group, Status status, long count) {
        return new Cell("change", group, "medium", status, count);
    }
}
