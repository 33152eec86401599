package com.targettoclose.verifier.offer;

import com.targettoclose.conversation.Choice;
import com.targettoclose.gate.ProofNeeded;
import com.targettoclose.gate.WaivableBy;
import com.targettoclose.opportunity.DealType;
import com.targettoclose.verifier.design.Criteria;
import com.targettoclose.verifier.design.Design;
import com.targettoclose.verifier.design.Diagram;
import com.targettoclose.verifier.design.ItemLine;
import com.targettoclose.verifier.design.Stage;
import com.targettoclose.verifier.design.Table;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Description;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;

/** The exit criteria with a row for each item that conversations generate and no gate requires. */
final class MissingRows {

    private static final String ANY = "-";

    private final Table table;
    private final DmnModelInstance model;
    private final DecisionTable rows;

    private MissingRows(Table table) {
        this.table = table;
        this.model = ((DmnModelInstance) table.decision().getModelInstance()).clone();
        this.rows = model.<DmnElement>getModelElementById(table.id()).getUniqueChildElementByType(DecisionTable.class)
                        instanceof DecisionTable copy
                ? copy
                : model.newInstance(DecisionTable.class);
    }

    /** The table; empty where nothing is missing in it, or it cannot be asked. */
    static Optional<Offer> of(Design design) {
        return design.criteria().filter(Criteria::askable).flatMap(criteria -> offer(design, criteria));
    }

    private static Optional<Offer> offer(Design design, Criteria criteria) {
        var required = required(design, criteria);
        Map<ItemLine, String> missing = new LinkedHashMap<>();
        design.stages()
                .forEach(stage -> stage.conversations().stream()
                        .flatMap(task -> Diagram.items(task).stream())
                        .filter(item -> item.wellFormed() && !required.contains(item.id()))
                        .forEach(item -> missing.putIfAbsent(item, stage.name())));
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        var offered = new MissingRows(criteria.table());
        missing.forEach(offered::add);
        return Optional.of(new Offer(criteria.table().resource(), why(missing), Dmn.convertToString(offered.model)));
    }

    private static Set<String> required(Design design, Criteria criteria) {
        return design.stages().stream()
                .map(Stage::name)
                .flatMap(stage -> Stream.of(DealType.values())
                        .flatMap(type -> criteria.values().stream()
                                .flatMap(value -> criteria.required(stage, type, value).stream())))
                .map(row -> Objects.toString(row.item(), ""))
                .collect(Collectors.toSet());
    }

    private static String why(Map<ItemLine, String> missing) {
        return missing.entrySet().stream()
                .map(it -> "'" + it.getKey().id() + "' in the stage " + it.getValue())
                .collect(Collectors.joining(
                        ", ",
                        "No gate requires ",
                        ". In this table each has a row, for every deal; a manager may waive it. Say of which deals it"
                                + " is required, and deploy the table with the diagrams."));
    }

    private void add(ItemLine item, String stage) {
        Map<String, String> cells = new HashMap<>(Map.of(
                "stage", quoted(stage),
                "item", quoted(item.id()),
                "waivableBy", quoted(value(WaivableBy.MANAGER)),
                "proof", quoted(value(ProofNeeded.NONE)),
                "lapsesAfterDays", ""));
        var id = freeId("Rule_" + named(item.fieldPrefix()));
        var rule = model.newInstance(Rule.class);
        rule.setId(id);
        var description = model.newInstance(Description.class);
        description.setTextContent(item.label());
        rule.setDescription(description);
        table.inputs().forEach(column -> {
            var entry = model.newInstance(InputEntry.class);
            entry.setId(id + "_" + named(column));
            entry.setText(text(cells.getOrDefault(column, ANY)));
            rule.getInputEntries().add(entry);
        });
        table.outputs().forEach(column -> {
            var entry = model.newInstance(OutputEntry.class);
            entry.setId(id + "_" + named(column));
            entry.setText(text(cells.getOrDefault(column, "")));
            rule.getOutputEntries().add(entry);
        });
        rows.getRules().add(rule);
    }

    private static String value(Choice choice) {
        return choice.value();
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }

    private static String named(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private String freeId(String wanted) {
        return Stream.iterate(1, n -> n + 1)
                .map(n -> n == 1 ? wanted : wanted + "_" + n)
                .filter(id -> model.getModelElementById(id) == null)
                .findFirst()
                .orElseThrow();
    }

    private Text text(String content) {
        var text = model.newInstance(Text.class);
        text.setTextContent(content);
        return text;
    }
}
