package com.targettoclose.verifier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;

/** A task that somebody drew in Modeler and gave one of the element templates that ship, as Modeler writes it. */
public final class FilledTemplate {

    private static final Path CONVERSATION = Path.of("bpmn/.camunda/element-templates/conversation.json");

    private FilledTemplate() {}

    /**
     * A conversation.
     *
     * @param typed what somebody typed into the template's fields, by the names they are bound to; the others have their
     *     default
     */
    public static String conversation(String id, Map<String, String> typed) {
        var task = new StringBuilder(
                "<bpmn:userTask id=\"%s\" camunda:modelerTemplate=\"com.targettoclose.conversation\"".formatted(id));
        var properties = new StringBuilder();
        for (var property : template().path("properties")) {
            var name = property.at("/binding/name").asText();
            var value = typed.getOrDefault(name, property.path("value").asText("A text"))
                    .replace("\n", "&#10;");
            if (property.at("/binding/type").asText().equals("camunda:property")) {
                properties.append("<camunda:property name=\"%s\" value=\"%s\" />".formatted(name, value));
            } else {
                task.append(" %s=\"%s\"".formatted(name, value));
            }
        }
        return task.append("><bpmn:extensionElements><camunda:properties>")
                .append(properties)
                .append("</camunda:properties></bpmn:extensionElements>\n    </bpmn:userTask>")
                .toString();
    }

    private static JsonNode template() {
        try {
            return new ObjectMapper().readTree(CONVERSATION.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
