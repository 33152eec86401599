package com.targettoclose.edition.difference;

import com.targettoclose.verifier.design.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;
import org.jspecify.annotations.Nullable;

/** What a table answers otherwise than before, row by row. */
final class TableClauses {

    private final Table before;
    private final Table after;

    /** A row: what stands in its cells. */
    private record Line(String id, String cells) {

        static Line of(Rule rule) {
            var cells = Stream.concat(
                            rule.getInputEntries().stream().map(InputEntry::getText),
                            rule.getOutputEntries().stream().map(OutputEntry::getText))
                    .map(Line::text)
                    .toList();
            return new Line(Labels.orEmpty(rule.getId()), String.join(", ", cells));
        }

        private static String text(@Nullable Text cell) {
            return cell == null || cell.getTextContent() == null
                    ? ""
                    : cell.getTextContent().strip().replace("\"", "");
        }

        String shown() {
            return Words.quoted(Words.brief(cells));
        }
    }

    TableClauses(Table before, Table after) {
        this.before = before;
        this.after = after;
    }

    List<String> all() {
        List<String> clauses = new ArrayList<>(rows(lines(before), lines(after)));
        if (!columns(before).equals(columns(after))) {
            clauses.add("has other columns or picks its rows otherwise");
        }
        return clauses;
    }

    /** Rows that stay as they are, under whatever id, are not told. */
    private static List<String> rows(List<Line> was, List<Line> is) {
        var sides = Sides.by(Line::id, without(was, is), without(is, was));
        List<String> clauses = new ArrayList<>();
        sides.added().forEach(line -> clauses.add("has the new row " + line.shown()));
        sides.removed().forEach(line -> clauses.add("no longer has the row " + line.shown()));
        sides.both()
                .forEach(it -> clauses.add("has the row %s instead of %s"
                        .formatted(it.after().shown(), it.before().shown())));
        if (clauses.isEmpty() && !cells(was).equals(cells(is))) {
            clauses.add("has its rows in another order");
        }
        return clauses;
    }

    private static List<Line> without(List<Line> lines, List<Line> others) {
        var cells = cells(others);
        return lines.stream().filter(line -> !cells.contains(line.cells())).toList();
    }

    private static List<String> cells(List<Line> lines) {
        return lines.stream().map(Line::cells).toList();
    }

    private static List<Line> lines(Table table) {
        return table.table().stream()
                .flatMap(it -> it.getRules().stream())
                .map(Line::of)
                .toList();
    }

    private static List<Object> columns(Table table) {
        return List.of(
                table.inputs(),
                table.outputs(),
                table.table()
                        .map(DecisionTable::getHitPolicy)
                        .map(String::valueOf)
                        .orElse(""),
                table.table()
                        .map(DecisionTable::getAggregation)
                        .map(String::valueOf)
                        .orElse(""));
    }
}
