package com.targettoclose.problem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.targettoclose.conversation.Fault;
import com.targettoclose.conversation.FaultCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a JSON object field by field and collects every fault: a field of the wrong shape, a field that nobody asked
 * for. Text and numbers both read as text; they are checked where they mean something.
 */
public final class JsonBody {

    private final JsonNode node;
    private final String prefix;
    private final List<Fault> faults;
    private final Set<String> asked = new HashSet<>();

    private JsonBody(JsonNode node, String prefix, List<Fault> faults) {
        this.node = node;
        this.prefix = prefix;
        this.faults = faults;
    }

    /** Reads a body; anything but an object is a fault. */
    public static JsonBody of(@Nullable JsonNode body) {
        List<Fault> faults = new ArrayList<>();
        return of(body == null ? NullNode.getInstance() : body, "", "body", faults);
    }

    private static JsonBody of(JsonNode node, String prefix, String name, List<Fault> faults) {
        if (!node.isObject()) {
            faults.add(new Fault(name, FaultCode.UNREADABLE, null, "send a JSON object."));
        }
        return new JsonBody(node, prefix, faults);
    }

    /** A field's text; null where it is absent, null or blank. */
    public @Nullable String text(String field) {
        asked.add(field);
        var value = node.path(field);
        if (value.isContainerNode()) {
            faults.add(new Fault(prefix + field, FaultCode.UNREADABLE, null, "send text or a number."));
            return null;
        }
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (value.isDouble() && !Double.isFinite(value.doubleValue())) {
            faults.add(new Fault(prefix + field, FaultCode.UNREADABLE, null, "send a number that is not as large."));
            return null;
        }
        var text = value.isNumber() ? value.decimalValue().toPlainString() : value.asText();
        return text.isBlank() ? null : text.strip();
    }

    /** A field's list of objects; empty where it is absent. */
    public List<JsonBody> objects(String field) {
        asked.add(field);
        var list = node.path(field);
        if (list.isMissingNode() || list.isNull()) {
            return List.of();
        }
        if (!list.isArray()) {
            faults.add(new Fault(prefix + field, FaultCode.UNREADABLE, null, "send a list."));
            return List.of();
        }
        List<JsonBody> objects = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            var name = prefix + field + "[" + i + "]";
            objects.add(of(list.get(i), name + ".", name, faults));
        }
        return objects;
    }

    /** A field's object; one without fields where it is absent. */
    public JsonBody object(String field) {
        asked.add(field);
        var value = node.path(field);
        boolean absent = value.isMissingNode() || value.isNull();
        return of(absent ? JsonNodeFactory.instance.objectNode() : value, prefix + field + ".", prefix + field, faults);
    }

    /** A field's list of texts; empty where it is absent. */
    public List<String> texts(String field) {
        asked.add(field);
        var list = node.path(field);
        if (list.isMissingNode() || list.isNull()) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        list.forEach(text -> {
            if (text.isTextual()) {
                texts.add(text.textValue());
            }
        });
        if (!list.isArray() || texts.size() < list.size()) {
            faults.add(new Fault(prefix + field, FaultCode.UNREADABLE, null, "send a list of texts."));
        }
        return texts;
    }

    /** The names of all fields that were sent. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** A field's full name, as the sender would look for it: {@code items[0].words}. */
    public String name(String field) {
        return prefix + field;
    }

    /** Names of the fields that were sent and never asked for. */
    public List<String> undeclared() {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(name -> {
            if (!asked.contains(name)) {
                names.add(prefix + name);
            }
        });
        return names;
    }

    /** Every fault of this body's shape so far, parts included. */
    public List<Fault> faults() {
        return List.copyOf(faults);
    }

    /** As {@link #faults}, and the fields that nobody asked for. */
    public List<Fault> shapeFaults() {
        List<Fault> all = new ArrayList<>(faults);
        undeclared().forEach(name -> all.add(Fault.of(name, FaultCode.UNDECLARED, null)));
        return all;
    }
}
