package com.targettoclose.security.guard;

import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/** Walks the elements of one file, and keeps what is found with the nearest id around it. */
abstract class XmlSearch {

    private final String resource;
    private final List<Violation> found = new ArrayList<>();
    private String place;

    XmlSearch(String resource) {
        this.resource = resource;
        this.place = resource;
    }

    List<Violation> search(Element root) {
        walk(root, false);
        return List.copyOf(found);
    }

    /** Looks at one element, its children apart; in extensions where it stands somewhere within extension elements. */
    abstract void look(Element element, boolean inExtensions);

    final void found(CodeRule rule, String what) {
        found.add(Violation.of(rule, resource, place, what));
    }

    private void walk(Element element, boolean inExtensions) {
        var around = place;
        place = element.getAttribute("id").isEmpty() ? place : element.getAttribute("id");
        look(element, inExtensions);
        boolean extensions = inExtensions || "extensionElements".equals(element.getLocalName());
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                walk(inner, extensions);
            }
        }
        place = around;
    }

    /** The text of an element, that of its children apart. */
    static String text(Element element) {
        var text = new StringBuilder();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Text part) {
                text.append(part.getData());
            }
        }
        return text.toString();
    }
}
