package com.targettoclose.edition.difference;

import com.targettoclose.edition.difference.Needs.Need;
import com.targettoclose.process.Contract;
import com.targettoclose.verifier.design.Design;
import com.targettoclose.verifier.design.Diagram;
import com.targettoclose.verifier.design.ItemLine;
import com.targettoclose.verifier.design.Stage;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What stages and items are called: as the later design calls them, or the earlier where the later does not know them. */
record Labels(Map<String, String> stages, Map<Need, String> here, Map<String, String> anywhere) {

    static Labels of(Design before, Design after) {
        var labels = new Labels(new HashMap<>(), new HashMap<>(), new HashMap<>());
        Stream.of(after, before).flatMap(design -> design.stages().stream()).forEach(labels::add);
        return labels;
    }

    private void add(Stage stage) {
        stages.putIfAbsent(stage.name(), name(stage.diagram()));
        stage.diagram()
                .conversations()
                .flatMap(task -> Diagram.items(task).stream())
                .filter(item -> !item.label().isBlank())
                .forEach(item -> {
                    here.putIfAbsent(new Need(stage.name(), item.id()), item.label());
                    anywhere.putIfAbsent(item.id(), item.label());
                });
    }

    String stage(String name) {
        return stages.getOrDefault(name, name);
    }

    /** What an item is called in the stage that requires it, or in another; empty where it has no name. */
    String item(Need need) {
        return here.getOrDefault(need, anywhere.getOrDefault(need.item(), ""));
    }

    /** {@code 'The client will meet us' (time)}. */
    String labelled(Need need) {
        return Words.labelled(item(need), need.item());
    }

    static String labelled(ItemLine item) {
        return Words.labelled(item.label(), item.id());
    }

    /** What a diagram is called. */
    static String name(Diagram diagram) {
        return Words.named(orEmpty(diagram.process().getName()), Contract.stageOf(diagram.id()));
    }

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
