package com.targettoclose.edition;

import com.targettoclose.edition.difference.Change;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * One change, as it is kept and shown in JSON.
 *
 * @param resource the file
 * @param element the id of the element of the diagram or of the row that changed; empty where the whole file is meant
 * @param name what people call it
 * @param says the change, in a sentence
 * @param weakens whether a gate lets deals through that it held before
 */
public record ChangeView(
        @Schema(
                allowableValues = {"roadmap", "stage", "conversation", "requirement", "element", "form", "table", "file"
                })
        String subject,

        @Schema(allowableValues = {"added", "removed", "changed"})
        String kind,

        String resource,
        String element,
        String name,
        String says,
        boolean weakens) {

    static ChangeView of(Change change) {
        return new ChangeView(
                change.subject().value(),
                change.kind().value(),
                change.resource(),
                change.element(),
                change.name(),
                change.says(),
                change.weakens());
    }
}
