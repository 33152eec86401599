package com.targettoclose.trust.diagrams;

import com.targettoclose.report.figures.AtGate;
import com.targettoclose.report.figures.CommitmentLine;
import com.targettoclose.report.figures.DiagramReport;
import com.targettoclose.report.figures.OpenConversations;
import com.targettoclose.report.figures.Rate;
import com.targettoclose.report.figures.StageLine;
import com.targettoclose.verifier.design.Drawing;
import com.targettoclose.verifier.design.Drawing.Element;
import com.targettoclose.verifier.design.Drawing.Kind;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Puts figures where they belong on the diagrams of a roadmap. */
final class Overlays {

    private final Map<String, StageLine> stages;
    private final Map<String, CommitmentLine> items;
    private final Map<String, AtGate> atGates;
    private final Map<String, Long> open;

    /** @param report of the deals of one roadmap */
    Overlays(DiagramReport report) {
        this.stages = by(report.stages(), StageLine::stage);
        this.items = by(report.items(), CommitmentLine::item);
        this.atGates = by(report.atGates(), AtGate::item);
        this.open = report.open().stream()
                .collect(Collectors.toMap(it -> key(it.process(), it.task()), OpenConversations::open));
    }

    private static <T> Map<String, T> by(List<T> lines, Function<T, String> key) {
        return lines.stream().collect(Collectors.toMap(key, Function.identity()));
    }

    private static String key(String process, String task) {
        return process + " " + task;
    }

    DrawnDiagram on(Drawing drawing) {
        return new DrawnDiagram(
                drawing.roadmap(),
                drawing.process(),
                drawing.title(),
                drawing.file(),
                drawing.elements().stream()
                        .map(element -> element.kind() == Kind.CONVERSATION
                                ? conversation(element, drawing.process())
                                : gate(element))
                        .toList());
    }

    private Overlay gate(Element element) {
        var line = stages.get(element.about());
        return line == null
                ? new Overlay(element.id(), element.kind(), element.label(), 0, 0, 0, 0, null, null)
                : new Overlay(
                        element.id(),
                        element.kind(),
                        element.label(),
                        line.standing(),
                        line.passed(),
                        line.waived().count(),
                        line.ended(),
                        line.medianDays(),
                        null);
    }

    private Overlay conversation(Element element, String process) {
        var item = element.about();
        var asked = items.get(item);
        var atGate = atGates.getOrDefault(item, new AtGate(item, 0, 0, 0));
        return new Overlay(
                element.id(),
                element.kind(),
                element.label(),
                open.getOrDefault(key(process, element.id()), 0L),
                atGate.passed(),
                atGate.waived(),
                atGate.ended(),
                asked == null ? null : asked.medianDays(),
                asked == null ? Rate.NONE : asked.gained());
    }
}
