package com.targettoclose.verifier.offer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.core.util.Separators.Spacing;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.targettoclose.verifier.design.ItemLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;

/** How the form of a conversation is laid out: its plan and who was talked to, and the questions about one item. */
final class Template {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FRAME = read("offer/conversation.json");
    private static final String ITEM = read("offer/item.json");
    private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");

    private Template() {}

    /** A form that asks for no item yet. */
    static ObjectNode frame(String id) {
        return ((ObjectNode) parsed(FRAME)).put("id", id);
    }

    /** What a form shows and asks of one item. */
    static JsonNode item(ItemLine item) {
        var prefix = item.fieldPrefix();
        var name = Character.toUpperCase(prefix.charAt(0)) + prefix.substring(1);
        var parts = parsed(ITEM.replace("PREFIX", prefix).replace("NAME", name).replace("Row_", "Row_" + name + "_"));
        var label = item.label().isEmpty() ? item.id() : item.label();
        replace(parts, Map.of("LABEL", label, "KNOWN", item.commitment() ? "agreed" : "known"));
        return parts;
    }

    /** Words of the owner's are put in once the text is JSON, so that no word of theirs is read as such. */
    private static void replace(JsonNode within, Map<String, String> words) {
        if (within instanceof ObjectNode object) {
            object.properties().forEach(field -> {
                if (field.getValue().isTextual()) {
                    field.setValue(new TextNode(replaced(field.getValue().asText(), words)));
                }
            });
        }
        within.forEach(child -> replace(child, words));
    }

    private static String replaced(String text, Map<String, String> words) {
        var replaced = text;
        for (var word : words.entrySet()) {
            replaced = replaced.replace(word.getKey(), word.getValue());
        }
        return replaced;
    }

    /** The file, as Modeler writes one. */
    static String written(JsonNode form) {
        var printer = new DefaultPrettyPrinter()
                .withSeparators(Separators.createDefaultInstance().withObjectFieldValueSpacing(Spacing.AFTER));
        printer.indentArraysWith(INDENT);
        printer.indentObjectsWith(INDENT);
        try {
            return JSON.writer(printer).writeValueAsString(form) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String read(String file) {
        try {
            return new ClassPathResource(file).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
