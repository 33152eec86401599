package com.targettoclose.verifier;

import com.targettoclose.verifier.rule.Finding;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A finding as it is shown in JSON.
 *
 * @param rule the rule's id, explained in {@code docs/rules.md}
 * @param resource the file
 * @param element the element's id, or the file's name where the whole file is meant
 * @param name what people call the element
 * @param harm what would happen
 * @param remedy how to fix it
 */
public record ViolationView(
        String rule,
        @Schema(allowableValues = {"error", "warning"}) String severity,
        String resource,
        String element,
        @Nullable String name,
        String harm,
        String remedy) {

    static ViolationView of(Finding finding) {
        var place = finding.place();
        return new ViolationView(
                finding.rule(),
                finding.severity().value(),
                place.resource(),
                place.element(),
                place.name(),
                finding.harm(),
                finding.remedy());
    }
}
