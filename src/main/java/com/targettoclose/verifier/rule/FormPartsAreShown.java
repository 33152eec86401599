package com.targettoclose.verifier.rule;

import com.targettoclose.verifier.design.Design;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A form is made of parts that Tasklist shows. */
final class FormPartsAreShown implements Rule {

    private static final Set<String> SHOWN = new TreeSet<>(Set.of(
            "text",
            "html",
            "group",
            "separator",
            "spacer",
            "textfield",
            "textarea",
            "number",
            "datetime",
            "checkbox",
            "checklist",
            "radio",
            "select",
            "taglist",
            "table",
            "expression",
            "image"));

    @Override
    public Stream<Finding> check(Design design) {
        return design.forms().stream()
                .flatMap(form -> form.components().stream()
                        .filter(part -> !SHOWN.contains(part.path("type").asText()))
                        .map(part -> finding(
                                form.place(part),
                                "Tasklist cannot show or submit the part '"
                                        + part.path("type").asText() + "': nobody could complete the task.",
                                "Use one of: " + String.join(", ", SHOWN) + ".")));
    }
}
