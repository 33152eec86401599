package com.targettoclose.verifier.design;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Text;
import org.jspecify.annotations.Nullable;

/** A decision of a file. */
public final class Table {

    private final String resource;
    private final Decision decision;
    private final Answers answers;

    Table(String resource, Decision decision) {
        this.resource = resource;
        this.decision = decision;
        this.answers = new Answers(this);
    }

    /** The file. */
    public String resource() {
        return resource;
    }

    /** The decision. */
    public Decision decision() {
        return decision;
    }

    /** What the table answers. */
    public Answers answers() {
        return answers;
    }

    /** The decision's id; empty where it has none. */
    public String id() {
        return decision.getId() == null ? "" : decision.getId();
    }

    /** Its table; empty where it decides in another way. */
    public Optional<DecisionTable> table() {
        return decision.getExpression() instanceof DecisionTable table ? Optional.of(table) : Optional.empty();
    }

    /** What its input columns ask for, in their order. */
    public List<String> inputs() {
        return columns(Input.class).map(Table::asked).toList();
    }

    /** The names of its output columns, in their order. */
    public List<String> outputs() {
        return columns(Output.class)
                .map(output -> output.getName() == null ? "" : output.getName())
                .toList();
    }

    private <T extends org.camunda.bpm.model.xml.instance.ModelElementInstance> Stream<T> columns(Class<T> type) {
        return table().stream().flatMap(table -> table.getChildElementsByType(type).stream());
    }

    private static String asked(Input input) {
        return input.getInputExpression() == null
                ? ""
                : text(input.getInputExpression().getText());
    }

    /** The text of a cell; empty where it has none. */
    static String text(@Nullable Text text) {
        return text == null || text.getTextContent() == null
                ? ""
                : text.getTextContent().strip();
    }

    /** The decision as a place. */
    public Place place() {
        return new Place(resource, id().isEmpty() ? resource : id(), decision.getName());
    }

    /** A row as a place. */
    public Place row(String rule) {
        return new Place(resource, rule, decision.getName());
    }
}
