package com.targettoclose.verifier.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.targettoclose.verifier.design.Design;
import com.targettoclose.verifier.design.Diagram;
import com.targettoclose.verifier.design.Form;
import com.targettoclose.verifier.design.ItemLine;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A conversation with its form.
 *
 * @param items those whose ids can be used
 */
record ConversationForms(String name, List<ItemLine> items, Form form) {

    /** Every conversation that has a form. */
    static Stream<ConversationForms> of(Design design) {
        return design.diagrams().stream()
                .flatMap(Diagram::conversations)
                .filter(task -> task.getCamundaFormRef() != null)
                .flatMap(task -> design.form(task.getCamundaFormRef()).stream()
                        .map(form -> new ConversationForms(
                                Objects.toString(task.getName(), task.getId()),
                                Diagram.items(task).stream()
                                        .filter(ItemLine::wellFormed)
                                        .toList(),
                                form)));
    }

    /** The values that a field offers. */
    static Set<String> values(JsonNode field) {
        Set<String> values = new HashSet<>();
        field.path("values").forEach(it -> values.add(it.path("value").asText()));
        return values;
    }
}
