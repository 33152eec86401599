package com.targettoclose.edition.difference;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** What an XML element says, without ids and without the order and spelling that make no difference. */
final class Written {

    private Written() {}

    static List<Element> children(Element of) {
        List<Element> children = new ArrayList<>();
        for (Node it = of.getFirstChild(); it != null; it = it.getNextSibling()) {
            if (it instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    /** The name without the prefix of its name space. */
    static String name(Node node) {
        return node.getLocalName() == null ? node.getNodeName() : node.getLocalName();
    }

    /** All but the id and the declarations of name spaces. */
    static List<Attr> attributes(Element of) {
        var attributes = of.getAttributes();
        return IntStream.range(0, attributes.getLength())
                .mapToObj(attributes::item)
                .map(Attr.class::cast)
                .filter(it -> !it.getName().equals("id") && !it.getName().startsWith("xmlns"))
                .toList();
    }

    /** The text of an element that has nothing but text. */
    static String text(Element of) {
        return of.getTextContent().strip();
    }

    /** Everything in it, in one text. */
    static String whole(Element of) {
        var whole = new StringBuilder(name(of));
        attributes(of).stream()
                .map(it -> " " + name(it) + "=" + it.getValue())
                .sorted()
                .forEach(whole::append);
        var children = children(of);
        if (children.isEmpty()) {
            return whole.append(' ').append(text(of)).toString().strip();
        }
        children.forEach(child -> whole.append(" [").append(whole(child)).append(']'));
        return whole.toString();
    }
}
