package com.targettoclose.verifier;

import java.util.Map;

/** Knows the files that a redesign is completed with where it brings only some. */
@FunctionalInterface
public interface Standing {

    /** The files by name without folders: those of the newest design that nobody declined. */
    Map<String, byte[]> files();
}
