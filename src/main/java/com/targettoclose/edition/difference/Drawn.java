package com.targettoclose.edition.difference;

import com.targettoclose.verifier.design.Diagram;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** What a diagram says, element by element. */
final class Drawn {

    private static final Set<String> FLOWS = Set.of("incoming", "outgoing");
    private static final Set<String> REFERRED = Set.of("message", "error", "signal", "escalation");

    private final Diagram diagram;
    private final Map<String, Element> byId = new HashMap<>();
    private final Map<String, Facts> elements = new LinkedHashMap<>();

    private Drawn(Diagram diagram) {
        this.diagram = diagram;
        if (diagram.model().getDocument().getDomSource().getNode() instanceof Document document) {
            index(document.getDocumentElement());
        }
        var ids = ids();
        ids.forEach(id -> facts(id, ids).ifPresent(it -> elements.put(id, it)));
    }

    static Drawn of(Diagram diagram) {
        return new Drawn(diagram);
    }

    private void index(Element element) {
        if (element.hasAttribute("id")) {
            byId.putIfAbsent(element.getAttribute("id"), element);
        }
        Written.children(element).forEach(this::index);
    }

    private Set<String> ids() {
        return Stream.<BaseElement>concat(diagram.nodes().stream(), diagram.flows().stream())
                .map(BaseElement::getId)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    Diagram diagram() {
        return diagram;
    }

    /** What the process as a whole says. */
    Facts process() {
        return facts(diagram.id(), ids()).orElse(new Facts("process", Map.of()));
    }

    /** Every node and flow, by id. */
    Map<String, Facts> elements() {
        return elements;
    }

    /** Which of them are conversations. */
    Set<String> conversations() {
        return diagram.conversations()
                .map(UserTask::getId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /** What an element is called where it is spoken of. */
    String name(String id) {
        var facts = elements.get(id);
        return facts == null ? id : Words.named(facts.name(), id);
    }

    private Optional<Facts> facts(String id, Set<String> apart) {
        return Optional.ofNullable(byId.get(id)).map(element -> {
            Map<String, String> said = new HashMap<>();
            Written.attributes(element).forEach(it -> add(said, Written.name(it), it.getValue()));
            Written.children(element).stream()
                    .filter(child -> !FLOWS.contains(Written.name(child)) && !apart.contains(child.getAttribute("id")))
                    .forEach(child -> child(said, child));
            return new Facts(Written.name(element), Map.copyOf(said));
        });
    }

    private void child(Map<String, String> said, Element child) {
        switch (Written.name(child)) {
            case "conditionExpression" -> add(said, Facts.CONDITION, Written.text(child));
            case "documentation" -> add(said, "documentation", Written.text(child));
            case "extensionElements" -> Written.children(child).forEach(it -> extension(said, it));
            default -> add(said, Written.name(child), Written.whole(child) + referred(child));
        }
    }

    private static void extension(Map<String, String> said, Element extension) {
        if (Written.name(extension).equals("properties")) {
            Written.children(extension)
                    .forEach(it -> add(said, Facts.PROPERTY + it.getAttribute("name"), it.getAttribute("value")));
        } else {
            add(said, Written.name(extension), Written.whole(extension));
        }
    }

    /** What the messages and errors say that are referred to. */
    private String referred(Element element) {
        return Written.attributes(element).stream()
                .map(Attr::getValue)
                .map(byId::get)
                .filter(Objects::nonNull)
                .filter(it -> REFERRED.contains(Written.name(it)))
                .map(Written::whole)
                .collect(Collectors.joining());
    }

    private static void add(Map<String, String> said, String what, String value) {
        said.merge(what, value, (one, other) -> one + "\n" + other);
    }
}
