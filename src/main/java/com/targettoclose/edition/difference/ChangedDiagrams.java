package com.targettoclose.edition.difference;

import com.targettoclose.edition.difference.Sides.Both;
import com.targettoclose.process.Contract;
import com.targettoclose.verifier.design.Design;
import com.targettoclose.verifier.design.Diagram;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Diagrams that came, went, or say something else; of roadmaps that came or went others tell. */
final class ChangedDiagrams {

    private static final String STALL_DAYS = Facts.PROPERTY + Contract.STALL_DAYS_PROPERTY;
    private static final Set<String> TOLD_APART =
            Set.of(Facts.NAME, STALL_DAYS, Facts.PROPERTY + Contract.DEAL_TYPES_PROPERTY);

    private final List<Change> changes = new ArrayList<>();

    private ChangedDiagrams() {}

    static List<Change> between(Design before, Design after) {
        var sides = Sides.by(Diagram::id, before.diagrams(), after.diagrams());
        var found = new ChangedDiagrams();
        sides.removed().forEach(it -> found.whole(Kind.REMOVED, it, " is removed."));
        sides.added().forEach(it -> found.whole(Kind.ADDED, it, " is new."));
        sides.both().stream()
                .filter(it -> !before.shares(it.after().resource(), after)
                        || !it.before().resource().equals(it.after().resource()))
                .forEach(found::changed);
        return found.changes;
    }

    private void whole(Kind kind, Diagram diagram, String became) {
        if (!diagram.isRoadmap()) {
            var subject = diagram.isStage() ? Subject.STAGE : Subject.FILE;
            tell(subject, kind, diagram, named(diagram) + became);
        }
    }

    private void changed(Both<Diagram> both) {
        var before = Drawn.of(both.before());
        var after = Drawn.of(both.after());
        process(before.process(), after.process(), both);
        changes.addAll(ChangedElements.between(before, after));
    }

    private void process(Facts before, Facts after, Both<Diagram> both) {
        var diagram = both.after();
        if (!before.name().equals(after.name())) {
            var was = Labels.name(both.before());
            tell(
                    subject(diagram),
                    Kind.CHANGED,
                    diagram,
                    "%s is renamed; it was %s.".formatted(named(diagram), Words.quoted(was)));
        }
        if (!before.get(STALL_DAYS).equals(after.get(STALL_DAYS))) {
            tell(
                    subject(diagram),
                    Kind.CHANGED,
                    diagram,
                    "A deal in %s now counts as stalled %s; it was %s."
                            .formatted(Labels.name(diagram), stalled(after), stalled(before)));
        }
        var others = before.changed(after, TOLD_APART);
        if (!others.isEmpty()) {
            tell(
                    subject(diagram),
                    Kind.CHANGED,
                    diagram,
                    "%s is changed in %s.".formatted(named(diagram), Aspects.listed(others)));
        }
    }

    private static String stalled(Facts facts) {
        var days = facts.get(STALL_DAYS);
        return days.isBlank() ? "never" : "after " + Words.brief(days) + " days without word from the client";
    }

    private static Subject subject(Diagram diagram) {
        return diagram.isStage() ? Subject.STAGE : diagram.isRoadmap() ? Subject.ROADMAP : Subject.ELEMENT;
    }

    private static String named(Diagram diagram) {
        var what = diagram.isStage() ? "stage" : diagram.isRoadmap() ? "roadmap" : "diagram";
        return "The " + what + " " + Words.quoted(Labels.name(diagram));
    }

    private void tell(Subject subject, Kind kind, Diagram diagram, String says) {
        changes.add(Change.harmless(subject, kind, diagram.resource(), diagram.id(), Labels.name(diagram), says));
    }
}
