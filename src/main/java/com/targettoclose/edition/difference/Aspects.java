package com.targettoclose.edition.difference;

import java.util.List;
import java.util.Map;

/** What the parts of an element are called by people. */
final class Aspects {

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry(Facts.KIND, "its kind"),
            Map.entry(Facts.NAME, "its name"),
            Map.entry(Facts.CONDITION, "its condition"),
            Map.entry(Facts.SOURCE, "where it comes from"),
            Map.entry(Facts.TARGET, "where it leads"),
            Map.entry(Facts.FORM, "its form"),
            Map.entry("documentation", "its description"),
            Map.entry("default", "its default way"),
            Map.entry("assignee", "who gets it"),
            Map.entry("candidateGroups", "which groups may take it"),
            Map.entry("candidateUsers", "who may take it"),
            Map.entry("dueDate", "when it is due"),
            Map.entry("followUpDate", "when it is to be followed up"),
            Map.entry("attachedToRef", "what it is attached to"),
            Map.entry("calledElement", "what it calls"),
            Map.entry("delegateExpression", "what it runs"),
            Map.entry("expression", "what it runs"),
            Map.entry("historyTimeToLive", "how long its history is kept"),
            Map.entry("isStartableInTasklist", "whether it starts from Tasklist"),
            Map.entry("textAnnotation", "its notes"),
            Map.entry("association", "its notes"),
            Map.entry("laneSet", "its lanes"),
            Map.entry("timerEventDefinition", "its time"),
            Map.entry("messageEventDefinition", "its message"),
            Map.entry("errorEventDefinition", "its error"));

    private Aspects() {}

    static String listed(List<String> aspects) {
        return Words.listed(aspects.stream().map(Aspects::word).distinct().toList());
    }

    private static String word(String aspect) {
        if (aspect.startsWith(Facts.PROPERTY)) {
            return "its property " + Words.quoted(aspect.substring(Facts.PROPERTY.length()));
        }
        return WORDS.getOrDefault(aspect, "its " + Words.quoted(aspect));
    }
}
