package com.targettoclose.edition.difference;

import com.targettoclose.verifier.design.Design;
import java.util.ArrayList;
import java.util.List;

/**
 * What changed from one design to the next.
 *
 * @param changes what weakens first, then by what it is about and where it stands
 */
public record Difference(List<Change> changes) {

    public Difference {
        changes = changes.stream().sorted(Change.ORDER).toList();
    }

    /**
     * Compares two designs, whatever they hold. A design remembers what its tables were asked, so neither of the two
     * may be in use by another thread meanwhile.
     */
    public static Difference between(Design before, Design after) {
        List<Change> changes = new ArrayList<>();
        changes.addAll(ChangedRequirements.between(before, after));
        changes.addAll(ChangedRoadmaps.between(before, after));
        changes.addAll(ChangedDiagrams.between(before, after));
        changes.addAll(ChangedConversations.between(before, after));
        changes.addAll(ChangedForms.between(before, after));
        changes.addAll(ChangedTables.between(before, after));
        changes.addAll(ChangedFiles.between(before, after, changes));
        return new Difference(changes);
    }

    /** Whether any gate asks less. */
    public boolean weakens() {
        return changes.stream().anyMatch(Change::weakens);
    }

    /** The changes by which a gate asks less. */
    public List<Change> weakening() {
        return changes.stream().filter(Change::weakens).toList();
    }

    /** Whether nothing changed. */
    public boolean isEmpty() {
        return changes.isEmpty();
    }
}
