package com.targettoclose.trust;

import com.targettoclose.report.figures.Behind;
import com.targettoclose.report.figures.Behind.Kind;
import com.targettoclose.report.figures.GroupLine;
import com.targettoclose.report.figures.TrustReport;
import com.targettoclose.trust.Labels.Names;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** The tables that stand behind the first ones: time, money, teams, products, and what the evidence is like. */
final class MoreSheets {

    private MoreSheets() {}

    static List<Sheet> of(TrustReport report, Names names) {
        return List.of(
                endings(report),
                velocity(report),
                groups("teams", "How do teams do?", "Manager", names.byTeam(report.people()), Kind.TEAM, names::person),
                groups(
                        "products",
                        "How do products do?",
                        "Product",
                        report.products(),
                        Kind.PRODUCT,
                        MoreSheets::product),
                approvers(report, names),
                evidence(report));
    }

    private static Sheet endings(TrustReport report) {
        var lines = report.endings().stream()
                .map(end -> new Line(
                        end.days() + " days",
                        new Behind(Kind.HISTORY, "process"),
                        Bar.of(end.won()),
                        List.of(
                                Figure.percent(end.won()),
                                Figure.percent(end.lost()),
                                Figure.percent(end.noDecision()))))
                .toList();
        return new Sheet(
                "endings",
                "How long does it take?",
                lines.isEmpty() ? "No deal is a month old yet." : "",
                "The share of deals that has come to each end by then. Deals that go on are counted for as long as they are"
                        + " old, and no end is mistaken for another (Aalen-Johansen).",
                "won by then",
                List.of("After", "Won, %", "Lost, %", "No decision, %"),
                lines);
    }

    private static Sheet velocity(TrustReport report) {
        var lines = report.velocity().stream()
                .map(it -> new Line(
                        it.currency(),
                        new Behind(Kind.CURRENCY, it.currency()),
                        null,
                        List.of(
                                it.perDay() == null ? "–" : String.format(Locale.ROOT, "%,.0f", it.perDay()),
                                Figure.number(it.open()),
                                Figure.percent(it.winRate()),
                                it.averageWon() == null ? "–" : String.format(Locale.ROOT, "%,.0f", it.averageWon()),
                                Figure.number(it.averageDays()))))
                .toList();
        return new Sheet(
                "velocity",
                "What is the pipeline worth a day?",
                lines.isEmpty() ? "No deal has a value yet." : "",
                "Open deals × win rate × average value won / average days to win. It assumes that open deals end as those"
                        + " before them did.",
                "",
                List.of("Currency", "Worth a day", "Open deals", WIN_RATE, "Average won", "Average days"),
                lines);
    }

    private static final String WIN_RATE = "Won of decided, %";

    private static Sheet groups(
            String id, String title, String head, List<GroupLine> groups, Kind kind, UnaryOperator<String> name) {
        return new Sheet(
                id,
                title,
                groups.isEmpty() ? "Nothing to count yet." : "",
                "The rate is that of both together; the counts tell deals of this process from those that ended before it.",
                "won of decided",
                List.of(head, WIN_RATE, "This process: won of decided", "Before it: won of decided"),
                Lines.groups(groups, kind, name));
    }

    private static String product(String product) {
        return product.isEmpty() ? "No product named" : product;
    }

    private static Sheet approvers(TrustReport report, Names names) {
        var lines = report.approvers().stream()
                .map(it -> new Line(
                        names.person(it.approver()),
                        new Behind(Kind.GRANTED, it.approver()),
                        null,
                        List.of(Figure.number(it.waived()))))
                .toList();
        return new Sheet(
                "approvers",
                "Who grants waivers?",
                lines.isEmpty() ? "Nobody has let a deal pass without anything." : "",
                "Points that deals passed a gate without, by who granted it first.",
                "",
                List.of("Granted by", "Points"),
                lines);
    }

    private static Sheet evidence(TrustReport report) {
        var it = report.evidence();
        return new Sheet(
                "evidence",
                "Is what we record worth anything?",
                "",
                "Signs to talk about, never a verdict on a person: an honest deal shows some of them, too.",
                "of what was recorded",
                List.of("Sign", "Share, %", "Count"),
                List.of(
                        Lines.rate(
                                "Points that the client confirmed, or a colleague checked",
                                Behind.sign(Kind.VERIFIED),
                                it.verified()),
                        Lines.rate(
                                "Answers with proof from the client itself", Behind.sign(Kind.CLAIMED), it.claimed()),
                        Lines.rate("Answers told late, or all stages at once", Behind.sign(Kind.LATE), it.late()),
                        Lines.rate(
                                "Answers from conversations off the map",
                                Behind.sign(Kind.OFF_THE_MAP),
                                it.offTheMap()),
                        Lines.rate("Conversations recorded in bursts", Behind.sign(Kind.IN_BURSTS), it.inBursts()),
                        Lines.rate("Answers in nearly the words of another", Behind.sign(Kind.ALIKE), it.alike()),
                        Lines.rate("Answers of fewer than six different words", Behind.sign(Kind.THIN), it.thin())));
    }
}
