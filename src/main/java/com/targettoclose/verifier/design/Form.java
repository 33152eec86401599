package com.targettoclose.verifier.design;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A form, with its components at any depth. */
public final class Form {

    private final String resource;
    private final JsonNode root;
    private final List<JsonNode> components = new ArrayList<>();

    Form(String resource, JsonNode root) {
        this.resource = resource;
        this.root = root;
        collect(root);
    }

    private void collect(JsonNode within) {
        for (var component : within.path("components")) {
            components.add(component);
            collect(component);
        }
    }

    /** The form's id. */
    public String id() {
        return root.path("id").asText("");
    }

    /** The file. */
    public String resource() {
        return resource;
    }

    /** The whole form. */
    public JsonNode root() {
        return root;
    }

    /** Every component. */
    public List<JsonNode> components() {
        return List.copyOf(components);
    }

    /** The component that writes a field. */
    public Optional<JsonNode> field(String key) {
        return components.stream()
                .filter(it -> key.equals(it.path("key").asText()))
                .findFirst();
    }

    /** The form as a place. */
    public Place place() {
        return new Place(resource, id().isEmpty() ? resource : id(), null);
    }

    /** A component as a place. */
    public Place place(JsonNode component) {
        var label = component.path("label").asText("");
        var id = component.path("id").asText(component.path("key").asText(""));
        return new Place(resource, id.isEmpty() ? resource : id, label.isBlank() ? null : label);
    }
}
