package com.targettoclose.edition.difference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.targettoclose.verifier.design.Form;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a form does otherwise than before, field by field; where its fields stand does not count. */
final class FormClauses {

    private static final List<String> PLACE = List.of("id", "layout", "components");
    private static final List<String> LABELS = List.of("label", "dateLabel", "timeLabel");
    private static final List<String> OPTIONS = List.of("values", "valuesKey", "valuesExpression");
    private static final String NEW = "asks for a new field %s";
    private static final String REQUIRED = "required";
    private static final String VALIDATE = "validate";

    private final Map<String, List<JsonNode>> before;
    private final Map<String, List<JsonNode>> after;
    private final Map<String, List<String>> clauses = new LinkedHashMap<>();

    FormClauses(Form before, Form after) {
        this.before = fields(before);
        this.after = fields(after);
    }

    /** By key; what writes no field is known by the empty one. */
    private static Map<String, List<JsonNode>> fields(Form form) {
        Map<String, List<JsonNode>> fields = new LinkedHashMap<>();
        fields.put("", new ArrayList<>());
        form.components()
                .forEach(component -> fields.computeIfAbsent(
                                component.path("key").asText(""), key -> new ArrayList<>())
                        .add(placeless(component)));
        return fields;
    }

    private static JsonNode placeless(JsonNode component) {
        return component instanceof ObjectNode object ? object.deepCopy().remove(PLACE) : component;
    }

    /** Each with the fields that it is about. */
    List<String> all() {
        after.keySet().stream().filter(key -> !before.containsKey(key)).forEach(key -> say(NEW, key));
        before.keySet().stream()
                .filter(key -> !after.containsKey(key))
                .forEach(key -> say("no longer asks for %s", key));
        after.keySet().stream()
                .filter(key -> before.containsKey(key) && !key.isEmpty())
                .forEach(this::field);
        List<String> all = new ArrayList<>();
        clauses.forEach((clause, keys) -> all.add(clause(clause, keys)));
        if (!Objects.equals(before.get(""), after.get(""))) {
            all.add("shows other texts between its fields");
        }
        if (!common(before, after).equals(common(after, before))) {
            all.add("asks in another order");
        }
        return all;
    }

    private void say(String clause, String key) {
        clauses.computeIfAbsent(clause, it -> new ArrayList<>()).add(Words.quoted(key));
    }

    private static String clause(String clause, List<String> keys) {
        var many = clause.equals(NEW) && keys.size() > 1 ? "asks for new fields %s" : clause;
        return many.formatted(Words.listed(keys));
    }

    private static List<String> common(Map<String, ?> keys, Map<String, ?> others) {
        return keys.keySet().stream().filter(others::containsKey).toList();
    }

    private void field(String key) {
        var was = Objects.requireNonNull(before.get(key));
        var is = Objects.requireNonNull(after.get(key));
        if (was.equals(is)) {
            return;
        }
        var aspects = aspects(was.get(0), is.get(0));
        aspects.forEach(clause -> say(clause, key));
        if (aspects.isEmpty()) {
            say("shows %s otherwise", key);
        }
    }

    private static List<String> aspects(JsonNode was, JsonNode is) {
        List<String> clauses = new ArrayList<>();
        if (differ(was, is, LABELS)) {
            clauses.add("asks for %s in other words");
        }
        if (differ(was, is, List.of("type", "subtype"))) {
            clauses.add("takes another kind of answer for %s");
        }
        if (isRequired(was) != isRequired(is)) {
            clauses.add(isRequired(is) ? "now insists on %s" : "no longer insists on %s");
        } else if (differ(was, is, List.of(VALIDATE))) {
            clauses.add("checks %s otherwise");
        }
        if (differ(was, is, OPTIONS)) {
            clauses.add("offers other choices for %s");
        }
        return clauses;
    }

    private static boolean isRequired(JsonNode field) {
        return field.path(VALIDATE).path(REQUIRED).asBoolean();
    }

    private static boolean differ(JsonNode one, JsonNode other, List<String> in) {
        return in.stream().anyMatch(name -> !one.path(name).equals(other.path(name)));
    }
}
