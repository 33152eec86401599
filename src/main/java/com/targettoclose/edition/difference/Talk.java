package com.targettoclose.edition.difference;

import com.targettoclose.verifier.design.Design;
import com.targettoclose.verifier.design.Diagram;
import com.targettoclose.verifier.design.ItemLine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** A conversation where it is drawn. */
record Talk(Diagram diagram, UserTask task) {

    static List<Talk> of(Design design) {
        return design.diagrams().stream()
                .flatMap(diagram -> diagram.conversations().map(task -> new Talk(diagram, task)))
                .toList();
    }

    String id() {
        return Labels.orEmpty(task.getId());
    }

    /** Known by its diagram, too. */
    String place() {
        return diagram.id() + "/" + id();
    }

    String name() {
        return Words.named(Labels.orEmpty(task.getName()), id());
    }

    Facts facts() {
        return Drawn.of(diagram).elements().getOrDefault(id(), new Facts("userTask", Map.of()));
    }

    /** What it yields, by what it is and its id. */
    Map<String, ItemLine> items() {
        Map<String, ItemLine> items = new LinkedHashMap<>();
        Diagram.items(task).forEach(item -> items.putIfAbsent(item.commitment() + item.id(), item));
        return items;
    }
}
