package com.targettoclose.trust;

import com.targettoclose.report.figures.Behind;
import com.targettoclose.report.figures.Behind.Kind;
import com.targettoclose.report.figures.Comparison;
import com.targettoclose.report.figures.GroupLine;
import com.targettoclose.report.figures.Outcomes;
import com.targettoclose.report.figures.PersonLine;
import com.targettoclose.report.figures.Rate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The lines that several tables of a report share. */
final class Lines {

    private Lines() {}

    static Line outcomes(String label, @Nullable Behind behind, Outcomes outcomes) {
        return new Line(
                label,
                behind,
                Bar.of(outcomes.rate()),
                List.of(
                        Figure.percent(outcomes.rate()),
                        Figure.won(outcomes),
                        Figure.number(outcomes.noDecision()),
                        Figure.number(outcomes.disqualified()),
                        Figure.number(outcomes.open())));
    }

    static Line rate(String label, @Nullable Behind behind, Rate rate) {
        return new Line(label, behind, Bar.of(rate), List.of(Figure.percent(rate), Figure.count(rate)));
    }

    static List<Line> groups(List<GroupLine> groups, Kind kind, UnaryOperator<String> name) {
        return groups.stream()
                .map(group -> new Line(
                        name.apply(group.group()),
                        new Behind(kind, group.group()),
                        Bar.of(Outcomes.sum(group.process(), group.before()).rate()),
                        List.of(
                                Figure.percent(Outcomes.sum(group.process(), group.before())
                                        .rate()),
                                Figure.won(group.process()),
                                Figure.won(group.before()))))
                .toList();
    }

    static Line person(String name, PersonLine line) {
        return new Line(
                name,
                new Behind(Kind.REP, line.owner()),
                Bar.of(line.process().rate()),
                List.of(
                        Figure.percent(line.process().rate()),
                        Figure.won(line.process()),
                        Figure.number(line.process().open()),
                        Figure.number(line.silent()),
                        Figure.percent(line.adherence()),
                        Figure.percent(line.waived()),
                        Figure.percent(line.evidence().late())));
    }

    static List<Line> comparisons(List<Comparison> comparisons, Kind kind, UnaryOperator<String> name) {
        return comparisons.stream()
                .map(it -> new Line(
                        name.apply(it.key()),
                        new Behind(kind, it.key()),
                        Bar.difference(it.withinSize()),
                        List.of(
                                Figure.points(it.withinSize()),
                                Figure.won(it.with()),
                                Figure.won(it.without()),
                                Figure.verdict(it))))
                .toList();
    }
}
