package com.targettoclose.edition.difference;

import com.targettoclose.verifier.design.Design;
import com.targettoclose.verifier.design.Diagram;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Files of which nothing else tells: whatever they hold, one that changed is named. */
final class ChangedFiles {

    private static final Set<Subject> WHOLES =
            Set.of(Subject.ROADMAP, Subject.STAGE, Subject.FORM, Subject.TABLE, Subject.FILE);
    private static final Set<String> SHAPES = Set.of("BPMNShape", "BPMNEdge");

    private final Design before;
    private final Design after;
    private final List<Change> told;
    private final List<Change> changes = new ArrayList<>();

    private ChangedFiles(Design before, Design after, List<Change> told) {
        this.before = before;
        this.after = after;
        this.told = told;
    }

    /**
     * Completes what is told already.
     *
     * @param told everything but what is to be said of whole files
     */
    static List<Change> between(Design before, Design after, List<Change> told) {
        return new ChangedFiles(before, after, told).changes();
    }

    private List<Change> changes() {
        before.files().stream()
                .filter(file -> !after.files().contains(file) && !isTold(file, Kind.REMOVED))
                .forEach(file -> tell(Kind.REMOVED, file, "The file %s is removed.".formatted(Words.quoted(file))));
        after.files().stream()
                .filter(file -> !before.files().contains(file) && !isTold(file, Kind.ADDED))
                .forEach(file -> tell(Kind.ADDED, file, "The file %s is new.".formatted(Words.quoted(file))));
        after.files().stream()
                .filter(file -> before.files().contains(file) && !before.shares(file, after))
                .forEach(this::changed);
        return changes;
    }

    private boolean isTold(String file, Kind kind) {
        return told.stream()
                .anyMatch(it -> it.kind() == kind && it.resource().equals(file) && WHOLES.contains(it.subject()));
    }

    private void changed(String file) {
        var was = drawing(before, file);
        var is = drawing(after, file);
        if (was.isPresent() && is.isPresent() && isRearranged(shapes(was.get()), shapes(is.get()))) {
            tell(Kind.CHANGED, file, "The drawing of %s was rearranged.".formatted(Labels.name(is.get())));
        } else if (told.stream().noneMatch(it -> it.resource().equals(file))) {
            tell(
                    Kind.CHANGED,
                    file,
                    "The file %s changed in details that are not listed here.".formatted(Words.quoted(file)));
        }
    }

    private static Optional<Diagram> drawing(Design design, String file) {
        return design.diagrams().stream()
                .filter(diagram -> diagram.resource().equals(file))
                .findFirst();
    }

    /** Whether a shape that stays looks otherwise. */
    private static boolean isRearranged(Map<String, String> was, Map<String, String> is) {
        return was.entrySet().stream()
                .anyMatch(shape -> !shape.getValue().equals(is.getOrDefault(shape.getKey(), shape.getValue())));
    }

    /** How each element is drawn, by its id. */
    private static Map<String, String> shapes(Diagram diagram) {
        Map<String, String> shapes = new HashMap<>();
        if (diagram.model().getDocument().getDomSource().getNode() instanceof Document document) {
            shapes(document.getDocumentElement(), shapes);
        }
        return shapes;
    }

    private static void shapes(Element within, Map<String, String> shapes) {
        Written.children(within).forEach(child -> {
            if (SHAPES.contains(Written.name(child))) {
                shapes.merge(child.getAttribute("bpmnElement"), Written.whole(child), String::concat);
            } else {
                shapes(child, shapes);
            }
        });
    }

    private void tell(Kind kind, String file, String says) {
        changes.add(Change.harmless(Subject.FILE, kind, file, "", file, says));
    }
}
