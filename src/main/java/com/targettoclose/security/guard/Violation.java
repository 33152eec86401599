package com.targettoclose.security.guard;

/**
 * Something in a deployment that may not be there.
 *
 * @param resource the file
 * @param element the id of the element it stands in, or of the nearest one around it that has an id; the file's name
 *     where there is none
 * @param found what stands there, shortened to one line
 */
public record Violation(CodeRule rule, String resource, String element, String found) {

    private static final int SHOWN = 120;

    static Violation of(CodeRule rule, String resource, String element, String found) {
        var line = found.strip().replaceAll("\\s+", " ");
        return new Violation(rule, resource, element, line.length() > SHOWN ? line.substring(0, SHOWN) + "…" : line);
    }

    /** What is wrong. */
    public String said() {
        return rule.said(found);
    }

    /** What is wrong, what would happen, and how to mend it. */
    public String sentence() {
        return "%s, %s: %s %s %s".formatted(resource, element, said(), rule.harm(), rule.remedy());
    }
}
