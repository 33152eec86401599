package com.targettoclose.verifier.design;

import com.fasterxml.jackson.annotation.JsonValue;
import com.targettoclose.process.Contract;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/**
 * A diagram of the map, with the parts that say how deals get on.
 *
 * @param roadmap the process id of the roadmap that it belongs to
 * @param process its process id
 * @param file its name among the files
 */
public record Drawing(String roadmap, String process, String title, String file, List<Element> elements) {

    /** What an element is. */
    public enum Kind {
        /** The call of a stage, on a roadmap. */
        STAGE,
        /** The gate of a stage. */
        GATE,
        /** A user task that generates something. */
        CONVERSATION;

        @JsonValue
        String value() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * An element.
     *
     * @param about the stage; for a conversation the commitment it asks for, or the last outcome where it asks for none;
     *     empty where it generates nothing
     */
    public record Element(String id, Kind kind, String label, String about) {}

    /** The roadmaps of a design, the usual one first, each with its stages behind it. */
    public static List<Drawing> of(Design design) {
        return design.roads().stream()
                .sorted(Comparator.comparing(road -> !road.diagram().id().equals(Contract.DEFAULT_ROADMAP)))
                .flatMap(road -> Stream.concat(
                        Stream.of(roadmap(road)),
                        road.stageNames().stream()
                                .flatMap(name -> design.stage(name).stream())
                                .map(stage -> stage(stage, road.diagram().id()))))
                .toList();
    }

    private static Drawing roadmap(Road road) {
        var calls = road.stages();
        var names = road.stageNames();
        return drawing(
                road.diagram().id(),
                road.diagram(),
                IntStream.range(0, calls.size())
                        .mapToObj(i -> element(calls.get(i), Kind.STAGE, names.get(i)))
                        .toList());
    }

    private static Drawing stage(Stage stage, String roadmap) {
        return drawing(
                roadmap,
                stage.diagram(),
                Stream.concat(
                                stage.gate().map(gate -> element(gate, Kind.GATE, stage.name())).stream(),
                                stage.conversations().stream().map(Drawing::conversation))
                        .toList());
    }

    private static Element conversation(UserTask task) {
        var items = Diagram.items(task);
        return element(
                task,
                Kind.CONVERSATION,
                items.isEmpty() ? "" : items.get(items.size() - 1).id());
    }

    private static Drawing drawing(String roadmap, Diagram diagram, List<Element> elements) {
        var title = Objects.requireNonNullElse(diagram.place().name(), diagram.id());
        return new Drawing(roadmap, diagram.id(), title, diagram.resource(), elements);
    }

    private static Element element(FlowNode node, Kind kind, String about) {
        var name = node.getName();
        return new Element(node.getId(), kind, name == null || name.isBlank() ? node.getId() : name.strip(), about);
    }
}
