package com.targettoclose.security.guard;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Text;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Searches files that are to be deployed for code. A diagram is read as XML and not as the engine understands it: an
 * expression is looked at wherever it stands, and an extension of the engine that is not listed here is refused whatever
 * it does, so that nothing depends on knowing every place in which the engine would run something.
 */
public final class CodeSearch {

    private static final int SHOWN = 120;

    private final ExpressionGrammar grammar;

    /** Allows the expressions of this grammar. */
    public CodeSearch(ExpressionGrammar grammar) {
        this.grammar = grammar;
    }

    /** Everything found in these files, by name. */
    public List<Violation> search(Map<String, byte[]> files) {
        List<Violation> found = new ArrayList<>();
        files.forEach((name, bytes) -> found.addAll(search(name, bytes)));
        return found;
    }

    private List<Violation> search(String name, byte[] bytes) {
        var kind = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        List<Violation> found = new ArrayList<>();
        switch (kind) {
            case "bpmn", "dmn" -> {
                try {
                    var root = parser().parse(new ByteArrayInputStream(bytes)).getDocumentElement();
                    Look look = kind.equals("bpmn") ? this::lookAtDiagram : CodeSearch::lookAtTable;
                    walk(root, new Place(name, name, false, found), look);
                } catch (SAXException | IOException e) {
                    found.add(
                            new Violation(CodeRule.UNREADABLE, name, name, shortened(String.valueOf(e.getMessage()))));
                }
            }
            case "form" -> {
                // runs in the browser, which the content security policy keeps from running code of its own
            }
            default -> found.add(new Violation(CodeRule.FILE, name, name, kind));
        }
        return found;
    }

    /** What is wrong with one element, its children apart. */
    private interface Look {
        void at(Element element, Place place);
    }

    /** Where in a file the search is. */
    private record Place(String resource, String element, boolean inExtensions, List<Violation> found) {

        void found(CodeRule rule, String what) {
            found.add(new Violation(rule, resource, element, shortened(what)));
        }

        Place at(Element child) {
            var id = child.getAttribute("id");
            return new Place(
                    resource,
                    id.isEmpty() ? element : id,
                    inExtensions || "extensionElements".equals(child.getLocalName()),
                    found);
        }
    }

    private static void walk(Element element, Place around, Look look) {
        var place = around.at(element);
        look.at(element, around.inExtensions() ? place : new Place(place.resource, place.element, false, place.found));
        for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                walk(inner, place, look);
            }
        }
    }

    private void lookAtDiagram(Element element, Place place) {
        var name = element.getLocalName();
        if (name.toLowerCase(Locale.ROOT).startsWith("script")) {
            place.found(CodeRule.SCRIPT, name);
        } else if (place.inExtensions() && !Extensions.ELEMENTS.contains(name)) {
            place.found(CodeRule.EXTENSION, name);
        } else if (name.equals("import")) {
            place.found(CodeRule.IMPORT, element.getAttribute("location"));
        }
        if (element.hasAttribute("language")) {
            place.found(CodeRule.LANGUAGE, element.getAttribute("language"));
        }
        attributes(element, place);
        ownText(element).filter(text -> !allowed(text)).ifPresent(text -> place.found(CodeRule.EXPRESSION, text));
    }

    private void attributes(Element element, Place place) {
        var attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            var attribute = attributes.item(i);
            boolean ofTheEngine = Extensions.NAMESPACES.contains(String.valueOf(attribute.getNamespaceURI()))
                    || place.inExtensions() && attribute.getNamespaceURI() == null;
            if (ofTheEngine && !Extensions.ATTRIBUTES.contains(attribute.getLocalName())) {
                place.found(CodeRule.EXTENSION, attribute.getNodeName());
            } else if (!allowed(attribute.getNodeValue())) {
                place.found(CodeRule.EXPRESSION, attribute.getNodeValue());
            }
        }
    }

    private boolean allowed(String text) {
        return !text.contains("${") && !text.contains("#{")
                || grammar.fault(text.strip()).isEmpty();
    }

    private static Optional<String> ownText(Element element) {
        var text = new StringBuilder();
        for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Text part) {
                text.append(part.getData());
            }
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(text.toString());
    }

    private static void lookAtTable(Element element, Place place) {
        if (element.getLocalName().equals("import")) {
            place.found(CodeRule.IMPORT, element.getAttribute("locationURI"));
        }
        var language = element.getAttribute("expressionLanguage");
        if (!language.isEmpty() && !isFeel(language)) {
            place.found(CodeRule.LANGUAGE, language);
        }
    }

    private static boolean isFeel(String language) {
        return language.equalsIgnoreCase("feel")
                || language.startsWith("https://www.omg.org/spec/DMN/") && language.endsWith("/FEEL/")
                || language.equals("http://www.omg.org/spec/FEEL/20140401");
    }

    private static DocumentBuilder parser() {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setExpandEntityReferences(false);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var parser = factory.newDocumentBuilder();
            parser.setErrorHandler(new DefaultHandler());
            return parser;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("This Java reads no XML safely.", e);
        }
    }

    private static String shortened(String text) {
        var line = text.strip().replaceAll("\\s+", " ");
        return line.length() > SHOWN ? line.substring(0, SHOWN) + "…" : line;
    }
}
