package com.targettoclose.security.guard;

import org.w3c.dom.Element;

/** Searches a decision table for code: for any language but FEEL. */
final class CodeInTable extends XmlSearch {

    CodeInTable(String resource) {
        super(resource);
    }

    @Override
    void look(Element element, boolean inExtensions) {
        if (element.getLocalName().equals("import")) {
            found(CodeRule.IMPORT, element.getAttribute("locationURI"));
        }
        var language = element.getAttribute("expressionLanguage");
        if (!language.isEmpty() && !isFeel(language)) {
            found(CodeRule.LANGUAGE, language);
        }
    }

    private static boolean isFeel(String language) {
        return language.equalsIgnoreCase("feel")
                || language.startsWith("https://www.omg.org/spec/DMN/") && language.endsWith("/FEEL/")
                || language.equals("http://www.omg.org/spec/FEEL/20140401");
    }
}
