package com.targettoclose.trust;

import com.targettoclose.report.figures.CommitmentLine;
import com.targettoclose.report.figures.Comparison;
import com.targettoclose.report.figures.PersonLine;
import com.targettoclose.report.figures.Rate;
import com.targettoclose.report.figures.StageLine;
import com.targettoclose.report.figures.TrustReport;
import com.targettoclose.trust.Labels.Names;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What the figures answer to a leader's questions, in a sentence or two. None of them calls anything a cause. */
final class Answers {

    private final TrustReport report;
    private final Names names;

    Answers(TrustReport report, Names names) {
        this.report = report;
        this.names = names;
    }

    static String band(String band) {
        return switch (band) {
            case "high" -> "90 % and more";
            case "some" -> "Half to below 90 %";
            case "low" -> "Below half";
            default -> "Passed no gate";
        };
    }

    String following() {
        var it = report.following();
        return switch (it.verdict()) {
            case TOO_FEW ->
                "Too few deals of this process are decided to say so: %s with at least 90 %% in time, %s with less. Each side needs %d."
                        .formatted(
                                Figure.number(it.with().winRate().trials()),
                                Figure.number(it.without().winRate().trials()),
                                Comparison.ENOUGH);
            case NO_DIFFERENCE_SHOWN ->
                "No difference is shown between deals that followed it and those that did not: " + both(it) + ".";
            case WON_MORE_OFTEN ->
                "Deals that followed it were won more often: " + both(it) + ". Within deals of one size that is "
                        + Figure.points(it.withinSize()) + ".";
            case WON_LESS_OFTEN ->
                "Deals that followed it were won less often: " + both(it)
                        + ". Ask why before you ask for more of it; the process may be wrong.";
        };
    }

    private static String both(Comparison it) {
        return Figure.percent(it.with().rate()) + " against "
                + Figure.percent(it.without().rate());
    }

    String creation() {
        var it = report.creation();
        return it.of() == 0
                ? "There are no targets yet."
                : "%s targets became opportunities: %s.".formatted(Figure.count(it), Figure.percent(it));
    }

    String stages() {
        var worst = report.stages().stream().filter(it -> it.ended() > 0).max(Comparator.comparing(StageLine::ended));
        return worst.map(it -> "Most end in %s: %s of the %s that came in."
                        .formatted(names.stage(it.stage()), Figure.number(it.ended()), Figure.number(it.entered())))
                .orElse("No deal of this process has ended short of a gate.");
    }

    String commitments() {
        return report.commitments().stream()
                .filter(it -> names.isCommitment(it.item()))
                .filter(it -> it.gained().of() >= Comparison.ENOUGH)
                .min(Comparator.comparing(
                        it -> Objects.requireNonNullElse(it.gained().share(), 1.0)))
                .map(this::hardest)
                .orElse("No commitment was asked for in %d deals yet.".formatted(Comparison.ENOUGH));
    }

    private String hardest(CommitmentLine it) {
        return "“%s”: gained in %s deals, %s."
                .formatted(names.item(it.item()), Figure.count(it.gained()), Figure.percent(it.gained()));
    }

    String waivers() {
        return report.stages().stream()
                .filter(it -> it.waived().count() > 0)
                .max(Comparator.comparing(
                        it -> Objects.requireNonNullElse(it.waived().share(), 0.0)))
                .map(it -> "Most at the gate of %s: %s requirements, %s."
                        .formatted(names.stage(it.stage()), Figure.count(it.waived()), Figure.percent(it.waived())))
                .orElse("Nowhere: no deal passed a gate on a waiver.");
    }

    String people() {
        long silent = report.people().stream().mapToLong(PersonLine::silent).sum();
        if (silent == 0) {
            return "Nobody stands out: of every open deal something was heard within three weeks.";
        }
        var most = report.people().stream()
                .filter(it -> it.silent() > 0)
                .sorted(Comparator.comparing(PersonLine::silent).reversed())
                .limit(3)
                .map(it -> names.person(it.owner()) + " (" + Figure.number(it.silent()) + ")")
                .collect(Collectors.joining(", "));
        return "Of %s nothing was heard for three weeks. Most are with %s."
                .formatted(silent == 1 ? "1 open deal" : Figure.number(silent) + " open deals", most);
    }

    static String compared(List<Comparison> comparisons, UnaryOperator<String> name) {
        if (comparisons.isEmpty()) {
            return "No deal has passed a gate yet.";
        }
        var telling = comparisons.stream()
                .filter(Figure::tells)
                .map(it -> "%s, %s".formatted(name.apply(it.key()), Figure.points(it.withinSize())))
                .toList();
        return telling.isEmpty()
                ? "No difference is shown, or there are too few deals to tell."
                : "A difference is shown for: " + String.join("; ", telling) + ".";
    }

    /** The figures at the head: how many deals there are, and the baseline. */
    String baseline() {
        var process = report.process().rate();
        var before = report.before().rate();
        return told("Of this process", process) + (before.of() == 0 ? "" : " " + told("Before it", before));
    }

    private static String told(String when, Rate rate) {
        return rate.of() == 0
                ? when + ", no deal is decided yet."
                : "%s, %s decided deals were won: %s.".formatted(when, Figure.count(rate), Figure.percent(rate));
    }
}
