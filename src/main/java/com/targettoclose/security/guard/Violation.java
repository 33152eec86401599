package com.targettoclose.security.guard;

/**
 * Something in a deployment that may not be there.
 *
 * @param resource the file
 * @param element the id of the element it stands in, or of the nearest one around it that has an id; the file's name
 *     where there is none
 * @param found what stands there, as it is written
 */
public record Violation(CodeRule rule, String resource, String element, String found) {

    /** What is wrong, what would happen, and how to mend it. */
    public String sentence() {
        return "%s, %s: %s %s %s".formatted(resource, element, rule.said(found), rule.harm(), rule.remedy());
    }
}
