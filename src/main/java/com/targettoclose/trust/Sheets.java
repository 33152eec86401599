package com.targettoclose.trust;

import com.targettoclose.report.figures.Behind;
import com.targettoclose.report.figures.Behind.Kind;
import com.targettoclose.report.figures.Outcomes;
import com.targettoclose.report.figures.PersonLine;
import com.targettoclose.report.figures.TrustReport;
import com.targettoclose.trust.Labels.Names;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The tables of a report: first whether the process wins, then where deals die and what is hard, then who and how. */
final class Sheets {

    /** How many answers make the report in short. */
    static final int IN_SHORT = 6;

    private static final String WIN_RATE = "Won of decided, %";
    static final String WON = "Won of decided";

    private final TrustReport report;
    private final Names names;
    private final Answers answers;

    private Sheets(TrustReport report, Names names) {
        this.report = report;
        this.names = names;
        this.answers = new Answers(report, names);
    }

    static List<Sheet> of(TrustReport report, Names names) {
        var sheets = new Sheets(report, names);
        List<Sheet> all = new ArrayList<>(List.of(
                sheets.following(),
                sheets.creation(),
                sheets.stages(),
                sheets.commitments(),
                sheets.waivers(),
                sheets.people(),
                ComparisonSheets.gates(report, names),
                ComparisonSheets.items(report, names)));
        all.addAll(MoreSheets.of(report, names));
        return all;
    }

    private Sheet following() {
        List<Line> lines = new ArrayList<>();
        List.of("high", "some", "low", "none")
                .forEach(band -> lines.add(Lines.outcomes(
                        Answers.band(band),
                        new Behind(Kind.ADHERENCE, band),
                        report.adherence().getOrDefault(band, Outcomes.NONE))));
        lines.add(Lines.outcomes("All of this process", new Behind(Kind.HISTORY, "process"), report.process()));
        lines.add(Lines.outcomes("Before this process", new Behind(Kind.HISTORY, "before"), report.before()));
        return new Sheet(
                "following",
                "Does following the process win?",
                answers.following(),
                "How much of what its gates required a deal had in its time: not waived, imported or told later."
                        + " Deals without a decision stand apart and count in no rate.",
                "won of decided",
                List.of("Had in time", WIN_RATE, WON, "No decision", "Disqualified", "Open"),
                lines);
    }

    private Sheet creation() {
        return new Sheet(
                "creation",
                "Do targets become opportunities?",
                answers.creation(),
                "A target is an opportunity once the client has given what makes it one.",
                "of all targets",
                List.of("", "Became one, %", "Count"),
                List.of(Lines.rate("Targets that became opportunities", Behind.sign(Kind.CREATED), report.creation())));
    }

    private Sheet stages() {
        var lines = report.stages().stream()
                .sorted(Comparator.comparing(stage -> names.place(stage.stage())))
                .map(stage -> new Line(
                        names.stage(stage.stage()),
                        new Behind(Kind.STAGE, stage.stage()),
                        Bar.of(stage.conversion()),
                        List.of(
                                Figure.percent(stage.conversion()),
                                Figure.number(stage.entered()),
                                Figure.number(stage.passed()),
                                Figure.number(stage.ended()),
                                Figure.number(stage.standing()),
                                Figure.number(stage.medianDays()))))
                .toList();
        return new Sheet(
                "stages",
                "Where do deals die?",
                answers.stages(),
                "Passed of those that passed or ended there; those that still stand there are not decided.",
                "passed of those that passed or ended",
                List.of("Stage", "Passed, %", "Came in", "Passed", "Ended there", "Stand there", "Median days"),
                lines);
    }

    private Sheet commitments() {
        var lines = report.commitments().stream()
                .filter(line -> names.isCommitment(line.item()))
                .sorted(Comparator.comparing(line ->
                        line.gained().share() == null ? 1 : line.gained().share()))
                .map(line -> new Line(
                        names.item(line.item()),
                        new Behind(Kind.ASKED, line.item()),
                        Bar.of(line.gained()),
                        List.of(
                                Figure.percent(line.gained()),
                                Figure.count(line.gained()),
                                Figure.number(line.asks()),
                                Figure.number(line.medianAsks()))))
                .toList();
        return new Sheet(
                "commitments",
                "Which commitment is hardest to gain?",
                answers.commitments(),
                "Deals in which the client gave it, of those in which it was asked for; the hardest first.",
                "gained of asked for",
                List.of("Commitment", "Gained, %", "Deals", "Times asked", "Median asks until gained"),
                lines);
    }

    private Sheet waivers() {
        List<Line> lines = new ArrayList<>();
        report.stages().stream()
                .sorted(Comparator.comparing(stage -> names.place(stage.stage())))
                .forEach(stage -> lines.add(Lines.rate(
                        "Gate of " + names.stage(stage.stage()),
                        new Behind(Kind.WAIVED, stage.stage()),
                        stage.waived())));
        return new Sheet(
                "waivers",
                "Where are we waiving?",
                answers.waivers(),
                "Requirements waived, of all that held at the gates that deals passed.",
                "waived of required",
                List.of("Gate", "Waived, %", "Count"),
                lines);
    }

    private Sheet people() {
        var lines = report.people().stream()
                .filter(line -> line.process().total() > 0)
                .sorted(Comparator.comparing(PersonLine::silent).reversed())
                .map(line -> Lines.person(names.person(line.owner()), line))
                .toList();
        return new Sheet(
                "people",
                "Who needs help?",
                answers.people(),
                "Open deals of which nothing was heard for three weeks come first. Differences between people are mostly"
                        + " differences between their deals: look at the deals before you judge.",
                "won of decided",
                List.of(
                        "Rep",
                        WIN_RATE,
                        WON,
                        "Open",
                        "Silent for 3 weeks",
                        "Had in time, %",
                        "Waived, %",
                        "Told late, %"),
                lines);
    }
}
