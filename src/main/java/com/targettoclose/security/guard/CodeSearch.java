package com.targettoclose.security.guard;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Searches files that are to be deployed for code. */
public final class CodeSearch {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ExpressionGrammar grammar;

    /** Allows the expressions of this grammar. */
    public CodeSearch(ExpressionGrammar grammar) {
        this.grammar = grammar;
    }

    /** Everything found in these files, by name. */
    public List<Violation> search(Map<String, byte[]> files) {
        return files.entrySet().stream()
                .flatMap(file -> search(file.getKey(), file.getValue()).stream())
                .toList();
    }

    private List<Violation> search(String name, byte[] bytes) {
        var kind = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        try {
            return switch (kind) {
                case "bpmn" -> new CodeInDiagram(name, grammar).search(read(bytes));
                case "dmn" -> new CodeInTable(name).search(read(bytes));
                case "form" -> form(name, bytes);
                default -> List.of(Violation.of(CodeRule.FILE, name, name, kind));
            };
        } catch (SAXException | IOException e) {
            return List.of(Violation.of(CodeRule.UNREADABLE, name, name, firstLine(e)));
        }
    }

    /** A form runs in the browser, which the content security policy keeps from running code of its own. */
    private static List<Violation> form(String name, byte[] bytes) throws IOException {
        return JSON.readTree(bytes).path("id").isTextual()
                ? List.of()
                : List.of(Violation.of(CodeRule.UNREADABLE, name, name, "it has no id"));
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    private static Element read(byte[] bytes) throws SAXException, IOException {
        return parser().parse(new ByteArrayInputStream(bytes)).getDocumentElement();
    }

    private static DocumentBuilder parser() {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var parser = factory.newDocumentBuilder();
            parser.setErrorHandler(new DefaultHandler());
            return parser;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("This Java reads no XML safely.", e);
        }
    }
}
