package com.targettoclose.security.guard;

import java.util.Locale;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Searches a diagram for code. It is read as XML and not as the engine understands it: an expression is looked at
 * wherever it stands, and an extension of the engine that is not listed is refused whatever it does, so that nothing
 * depends on knowing every place in which the engine would run something.
 */
final class CodeInDiagram extends XmlSearch {

    private static final String DELEGATE = "delegateExpression";

    private final ExpressionGrammar grammar;

    CodeInDiagram(String resource, ExpressionGrammar grammar) {
        super(resource);
        this.grammar = grammar;
    }

    @Override
    void look(Element element, boolean inExtensions) {
        var name = element.getLocalName();
        if (name.toLowerCase(Locale.ROOT).startsWith("script")) {
            found(CodeRule.SCRIPT, name);
        } else if (inExtensions && !Extensions.ELEMENTS.contains(name)) {
            found(CodeRule.EXTENSION, name);
        } else if (name.equals("import")) {
            found(CodeRule.IMPORT, element.getAttribute("location"));
        }
        if (element.hasAttribute("language")) {
            found(CodeRule.LANGUAGE, element.getAttribute("language"));
        }
        var attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            look(attributes.item(i), inExtensions);
        }
        evaluated(text(element));
    }

    private void look(Node attribute, boolean inExtensions) {
        var namespace = attribute.getNamespaceURI();
        boolean ofTheEngine = namespace == null ? inExtensions : Extensions.NAMESPACES.contains(namespace);
        if (ofTheEngine && !Extensions.ATTRIBUTES.contains(attribute.getLocalName())) {
            found(CodeRule.EXTENSION, attribute.getNodeName());
        } else if (ofTheEngine
                && DELEGATE.equals(attribute.getLocalName())
                && !grammar.isBean(attribute.getNodeValue().strip())) {
            found(CodeRule.DELEGATE, attribute.getNodeValue());
        } else {
            evaluated(attribute.getNodeValue());
        }
    }

    private void evaluated(String text) {
        if (ExpressionGrammar.mayEvaluate(text) && grammar.fault(text.strip()).isPresent()) {
            found(CodeRule.EXPRESSION, text);
        }
    }
}
