package com.targettoclose.edition.difference;

import com.targettoclose.edition.difference.Sides.Both;
import com.targettoclose.process.Contract;
import com.targettoclose.verifier.design.Design;
import com.targettoclose.verifier.design.Table;
import java.util.ArrayList;
import java.util.List;

/** Tables that came, went, or have other rows; of the rows of the exit criteria others tell. */
final class ChangedTables {

    private final List<Change> changes = new ArrayList<>();

    private ChangedTables() {}

    static List<Change> between(Design before, Design after) {
        var sides = Sides.by(Table::id, before.tables(), after.tables());
        var found = new ChangedTables();
        sides.removed().forEach(table -> found.tell(Kind.REMOVED, table, "is removed"));
        sides.added().forEach(table -> found.tell(Kind.ADDED, table, "is new"));
        sides.both().stream()
                .filter(it -> !it.after().id().equals(Contract.EXIT_CRITERIA))
                .forEach(found::changed);
        return found.changes;
    }

    private void changed(Both<Table> both) {
        var clauses = new TableClauses(both.before(), both.after()).all();
        if (!clauses.isEmpty()) {
            tell(Kind.CHANGED, both.after(), Words.listed(clauses));
        }
    }

    private void tell(Kind kind, Table table, String clause) {
        var name = Words.named(Labels.orEmpty(table.decision().getName()), table.id());
        changes.add(Change.harmless(
                Subject.TABLE,
                kind,
                table.resource(),
                table.id(),
                name,
                "The table " + Words.quoted(name) + " " + clause + "."));
    }
}
