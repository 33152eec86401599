package com.targettoclose.edition.difference;

import com.targettoclose.process.Contract;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What an element of a diagram says: all but its id, the flows at it, what is drawn within it, and its place.
 *
 * @param kind {@code userTask}
 * @param said by what it is said with: the name of an attribute or child, {@code property purpose}, {@code condition}
 */
record Facts(String kind, Map<String, String> said) {

    static final String KIND = "kind";
    static final String NAME = "name";
    static final String CONDITION = "condition";
    static final String SOURCE = "sourceRef";
    static final String TARGET = "targetRef";
    static final String FORM = "formRef";
    static final String PROPERTY = "property ";

    /** By the end of their names, which says enough. */
    private static final Map<String, String> WORDS = Map.of(
            "ask", "task",
            "Gateway", "gateway",
            "Event", "event",
            "Flow", "flow",
            "Process", "part",
            "ransaction", "part",
            "Activity", "call");

    String get(String what) {
        return said.getOrDefault(what, "");
    }

    String name() {
        return get(NAME).strip();
    }

    boolean isFlow() {
        return kind.equals("sequenceFlow");
    }

    /** What is said otherwise afterwards, of all but this. */
    List<String> changed(Facts after, Collection<String> but) {
        Set<String> changed = new TreeSet<>();
        Stream.concat(said.keySet().stream(), after.said.keySet().stream())
                .filter(what -> !Objects.equals(said.get(what), after.said.get(what)))
                .forEach(changed::add);
        changed.removeAll(but);
        List<String> all = new ArrayList<>(changed);
        if (!kind.equals(after.kind)) {
            all.add(KIND);
        }
        return all;
    }

    /** What this is in plain words. */
    String word() {
        if (get("calledElement").startsWith(Contract.STAGE_PREFIX)) {
            return "stage";
        }
        return WORDS.entrySet().stream()
                .filter(it -> kind.endsWith(it.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("element");
    }
}
