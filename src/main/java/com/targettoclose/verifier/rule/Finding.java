package com.targettoclose.verifier.rule;

import com.targettoclose.verifier.design.Place;

/**
 * Something that a rule has against a design.
 *
 * @param rule the rule's id, as {@code docs/rules.md} explains it
 * @param harm what would happen
 * @param remedy how to fix it
 */
public record Finding(String rule, Severity severity, Place place, String harm, String remedy) {

    /** All of it in one line. */
    public String sentence() {
        var name = place.name() == null ? "" : " “" + place.name() + "”";
        return "%s, %s%s: %s %s [%s]".formatted(place.resource(), place.element(), name, harm, remedy, rule);
    }
}
