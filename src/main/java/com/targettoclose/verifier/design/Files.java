package com.targettoclose.verifier.design;

import java.util.Locale;

/** What the name of a file says. */
public final class Files {

    private Files() {}

    /** The kind: {@code bpmn}. */
    public static String kind(String resource) {
        return resource.substring(resource.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /** The name without folders: {@code stage-target.bpmn}. */
    public static String baseName(String resource) {
        return resource.substring(Math.max(resource.lastIndexOf('/'), resource.lastIndexOf('\\')) + 1);
    }

    /** The name without folders and without its kind: {@code stage-target}. */
    public static String stem(String resource) {
        var name = baseName(resource);
        int dot = name.lastIndexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }
}
