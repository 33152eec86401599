package com.targettoclose.verifier.game;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** A diagram as nodes and flows, read from its XML as it stands. */
final class Net {

    private static final Set<String> SCOPES = Set.of("process", "subProcess");

    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final List<Flow> flows = new ArrayList<>();
    private final Map<String, String> names = new HashMap<>();
    private String id = "";

    /** A node: its type is the element's name, its scope the id of the process or subprocess around it. */
    record Node(String id, String type, String scope, Element xml) {

        String attribute(String name) {
            return xml.getAttribute(name);
        }

        /** The value of a property of the node itself; empty where it has none. */
        String property(String name) {
            return children(xml, "extensionElements")
                    .flatMap(it -> children(it, "properties"))
                    .flatMap(it -> children(it, "property"))
                    .filter(it -> name.equals(it.getAttribute("name")))
                    .map(it -> it.getAttribute("value"))
                    .findFirst()
                    .orElse("");
        }

        /** The event's definition, by element name; empty where it has none. */
        String definition() {
            return children(xml, "")
                    .map(Net::local)
                    .filter(it -> it.endsWith("EventDefinition"))
                    .findFirst()
                    .orElse("");
        }
    }

    record Flow(String id, String source, String target, String condition) {}

    Net(String xml) {
        try {
            var root = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
                    .getDocumentElement();
            children(root, "message").forEach(it -> names.put(it.getAttribute("id"), it.getAttribute("name")));
            children(root, "error").forEach(it -> names.put(it.getAttribute("id"), it.getAttribute("errorCode")));
            children(root, "process").forEach(it -> {
                id = it.getAttribute("id");
                read(it);
            });
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new Stuck("it cannot be read");
        }
    }

    private void read(Element scope) {
        children(scope, "").forEach(it -> {
            var type = local(it);
            if (type.equals("sequenceFlow")) {
                var condition = children(it, "conditionExpression")
                        .map(Element::getTextContent)
                        .findFirst()
                        .orElse("");
                flows.add(new Flow(
                        it.getAttribute("id"),
                        it.getAttribute("sourceRef"),
                        it.getAttribute("targetRef"),
                        condition.strip()));
            } else if (type.endsWith("Event")
                    || type.endsWith("Gateway")
                    || type.endsWith("ask")
                    || type.equals("callActivity")
                    || SCOPES.contains(type)) {
                nodes.put(it.getAttribute("id"), new Node(it.getAttribute("id"), type, scope.getAttribute("id"), it));
                if (SCOPES.contains(type)) {
                    read(it);
                }
            }
        });
    }

    String id() {
        return id;
    }

    Stream<Node> all() {
        return nodes.values().stream();
    }

    Node node(String nodeId) {
        var node = nodes.get(nodeId);
        if (node == null) {
            throw new Stuck("there is no node " + nodeId);
        }
        return node;
    }

    boolean has(String nodeId) {
        return nodes.containsKey(nodeId);
    }

    List<Flow> out(String node) {
        return flows.stream().filter(it -> it.source().equals(node)).toList();
    }

    List<Flow> in(String node) {
        return flows.stream().filter(it -> it.target().equals(node)).toList();
    }

    /** The message or error code that an event names. */
    String named(Node event, String reference) {
        return children(event.xml(), "")
                .map(it -> it.getAttribute(reference))
                .filter(it -> !it.isEmpty())
                .map(it -> names.getOrDefault(it, ""))
                .findFirst()
                .orElse("");
    }

    Node start(String scope) {
        var starts = all().filter(
                        it -> it.type().equals("startEvent") && it.scope().equals(scope))
                .toList();
        if (starts.size() != 1) {
            throw new Stuck("there is not one start in " + scope);
        }
        return starts.get(0);
    }

    /** Every node that flows lead to from here, itself apart unless it goes round. */
    Set<String> ahead(String node) {
        Set<String> seen = new HashSet<>();
        var ahead = new ArrayDeque<String>(List.of(node));
        while (!ahead.isEmpty()) {
            out(ahead.remove()).stream().map(Flow::target).filter(seen::add).forEach(ahead::add);
        }
        return seen;
    }

    private static String local(Element element) {
        return element.getTagName().substring(element.getTagName().indexOf(':') + 1);
    }

    static Stream<Element> children(Element element, String name) {
        var children = element.getChildNodes();
        return IntStream.range(0, children.getLength())
                .mapToObj(children::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .filter(it -> name.isEmpty() || local(it).equals(name));
    }
}
