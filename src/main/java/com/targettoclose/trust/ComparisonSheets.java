package com.targettoclose.trust;

import com.targettoclose.report.figures.Behind.Kind;
import com.targettoclose.report.figures.Comparison;
import com.targettoclose.report.figures.TrustReport;
import com.targettoclose.trust.Labels.Names;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/** The tables that hold deals beside deals: what a waiver and what skipping a point goes together with. */
final class ComparisonSheets {

    private ComparisonSheets() {}

    /** Deals that met a gate beside those that passed it on a waiver. */
    static Sheet gates(TrustReport report, Names names) {
        return comparisons(
                "gates",
                "What became of deals that passed a gate on a waiver?",
                "Met",
                report.gates().stream()
                        .sorted(Comparator.comparing(it -> names.place(it.key())))
                        .toList(),
                Kind.GATE,
                names::stage);
    }

    /** Deals that held an item at its gate beside those that passed without it. */
    static Sheet items(TrustReport report, Names names) {
        return comparisons(
                "items", "What does skipping a point cost?", "Held it", report.items(), Kind.ITEM, names::item);
    }

    private static Sheet comparisons(
            String id, String title, String held, List<Comparison> comparisons, Kind kind, UnaryOperator<String> name) {
        return new Sheet(
                id,
                title,
                Answers.compared(comparisons, name),
                "As the gate found them; what came later changes nothing. The difference is within deals of one size, and"
                        + " all comparisons are corrected for being many. It shows what went together, not what caused what.",
                "right of the middle: won more often",
                List.of(
                        "",
                        "Difference, points",
                        held + ": " + Sheets.WON,
                        "Waived: " + Sheets.WON,
                        "What may be said"),
                Lines.comparisons(comparisons, kind, name));
    }
}
