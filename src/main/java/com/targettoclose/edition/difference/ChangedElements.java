package com.targettoclose.edition.difference;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Nodes and flows of a diagram that came, went, or say something else; of conversations others tell. */
final class ChangedElements {

    private final Drawn before;
    private final Drawn after;
    private final String diagram;
    private final List<Change> changes = new ArrayList<>();

    private ChangedElements(Drawn before, Drawn after) {
        this.before = before;
        this.after = after;
        this.diagram = Labels.name(after.diagram());
    }

    static List<Change> between(Drawn before, Drawn after) {
        return new ChangedElements(before, after).changes();
    }

    private List<Change> changes() {
        Set<String> ids = new HashSet<>(before.elements().keySet());
        ids.addAll(after.elements().keySet());
        ids.removeAll(before.conversations());
        ids.removeAll(after.conversations());
        ids.stream().sorted().forEach(this::element);
        return changes;
    }

    private void element(String id) {
        var was = before.elements().get(id);
        var is = after.elements().get(id);
        if (was == null && is != null) {
            tell(Kind.ADDED, id, after, "%s has a new %s.".formatted(diagram, called(id, after)));
        } else if (was != null && is == null) {
            tell(Kind.REMOVED, id, before, "%s no longer has the %s.".formatted(diagram, called(id, before)));
        } else if (was != null && is != null) {
            var changed = was.changed(is, Set.of());
            if (!changed.isEmpty()) {
                tell(Kind.CHANGED, id, after, changed(id, was, is, changed));
            }
        }
    }

    private String changed(String id, Facts was, Facts is, List<String> changed) {
        var subject = "The %s in %s ".formatted(called(id, after), diagram);
        if (changed.equals(List.of(Facts.NAME))) {
            return subject + "is renamed; it was %s.".formatted(orNothing(was.name()));
        }
        if (changed.equals(List.of(Facts.CONDITION))) {
            return subject + "is taken %s; it was taken %s.".formatted(on(is), on(was));
        }
        var led = before.name(was.get(Facts.TARGET));
        if (changed.equals(List.of(Facts.TARGET)) && !led.equals(after.name(is.get(Facts.TARGET)))) {
            return subject + "led to %s before.".formatted(Words.quoted(led));
        }
        return subject + "is changed in %s.".formatted(Aspects.listed(changed));
    }

    private static String orNothing(String name) {
        return name.isEmpty() ? "without a name" : Words.quoted(Words.brief(name));
    }

    private static String on(Facts flow) {
        var condition = flow.get(Facts.CONDITION);
        return condition.isEmpty() ? "without a condition" : "on " + Words.brief(condition);
    }

    /** Flows are told apart by their ends: many have no name, or the same. */
    private static String called(String id, Drawn in) {
        var facts = Objects.requireNonNull(in.elements().get(id));
        if (!facts.isFlow()) {
            return facts.word() + " " + Words.quoted(in.name(id));
        }
        var name = facts.name().isEmpty() ? "" : Words.quoted(facts.name()) + " ";
        return "flow %sfrom %s to %s"
                .formatted(
                        name,
                        Words.quoted(in.name(facts.get(Facts.SOURCE))),
                        Words.quoted(in.name(facts.get(Facts.TARGET))));
    }

    private void tell(Kind kind, String id, Drawn in, String says) {
        var name = Objects.requireNonNull(in.elements().get(id)).name();
        changes.add(Change.harmless(Subject.ELEMENT, kind, in.diagram().resource(), id, name, says));
    }
}
