package com.targettoclose.verifier.design;

import org.jspecify.annotations.Nullable;

/**
 * Where something stands.
 *
 * @param resource the file
 * @param element the element's id, or the file's name where the whole file is meant
 * @param name what people call it; null where it has no name
 */
public record Place(
        String resource, String element, @Nullable String name) {

    /** A whole file. */
    static Place file(String resource) {
        return new Place(resource, resource, null);
    }
}
