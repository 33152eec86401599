package com.targettoclose.attack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.targettoclose.testing.Fuzz;
import java.util.ArrayList;
import java.util.List;

/** Our own interface as it describes itself: what can be asked, and bodies that look right. */
final class ApiDescription {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

    private final JsonNode document;

    ApiDescription(JsonNode document) {
        this.document = document;
    }

    /**
     * One thing to ask.
     *
     * @param query names of the parameters in the address
     * @param body a schema; missing where none is sent as JSON
     */
    record Operation(String method, String path, List<String> query, JsonNode body) {}

    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        document.path("paths")
                .fields()
                .forEachRemaining(path -> METHODS.stream()
                        .filter(method -> path.getValue().has(method))
                        .forEach(method -> operations.add(
                                operation(method, path.getKey(), path.getValue().path(method)))));
        return operations;
    }

    private static Operation operation(String method, String path, JsonNode described) {
        List<String> query = new ArrayList<>();
        described.path("parameters").forEach(parameter -> {
            if (parameter.path("in").asText().equals("query")) {
                query.add(parameter.path("name").asText());
            }
        });
        var body = described
                .path("requestBody")
                .path("content")
                .path("application/json")
                .path("schema");
        return new Operation(method.toUpperCase(java.util.Locale.ROOT), path, query, body);
    }

    /** A value that fits a schema, as a careful sender would write it. */
    JsonNode example(JsonNode schema, String name, Fuzz fuzz) {
        var found =
                schema.has("$ref") ? document.at(schema.path("$ref").asText().substring(1)) : schema;
        if (found.has("enum")) {
            return found.path("enum").get(fuzz.below(found.path("enum").size()));
        }
        return switch (found.path("type").asText("object")) {
            case "array" -> {
                var list = JSON.arrayNode();
                for (int i = fuzz.below(3); i >= 0; i--) {
                    list.add(example(found.path("items"), name, fuzz));
                }
                yield list;
            }
            case "number", "integer" -> JSON.numberNode(1 + fuzz.below(100_000));
            case "boolean" -> JSON.booleanNode(fuzz.once(2));
            case "string" -> JSON.textNode(text(found, name, fuzz));
            default -> {
                var object = JSON.objectNode();
                found.path("properties")
                        .fields()
                        .forEachRemaining(property ->
                                object.set(property.getKey(), example(property.getValue(), property.getKey(), fuzz)));
                yield object;
            }
        };
    }

    /** Names mean the same wherever they stand, so a fitting value is known by its name. */
    private static String text(JsonNode schema, String name, Fuzz fuzz) {
        if (schema.path("format").asText().equals("date")) {
            return fuzz.oneOf(List.of("2026-02-27", "2026-03-01", "2026-03-02", "2026-06-01"));
        }
        return switch (name) {
            case "id" -> "F-" + fuzz.below(1_000_000);
            case "owner" -> fuzz.oneOf(List.of("rita", "fuzz.leader"));
            case "currency" -> fuzz.oneOf(List.of("USD", "EUR"));
            case "item", "items" ->
                fuzz.oneOf(List.of(
                        "fit-hypothesis", "value-for-client", "time", "problem-known", "explore", "change", "decide"));
            case "link" -> "https://mail.example.com/" + fuzz.below(100);
            case "roadmap" -> "target-to-close";
            case "value" -> Integer.toString(fuzz.below(100_000));
            default -> "They told us about it at length, number " + fuzz.below(1_000);
        };
    }
}
