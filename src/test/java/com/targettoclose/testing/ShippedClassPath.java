package com.targettoclose.testing;

import java.io.File;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The class path of what ships, for tests that start the application in a JVM of its own. */
public final class ShippedClassPath {

    private ShippedClassPath() {}

    /** Without tests, and without the empty entry at its end, which would mean the working directory. */
    public static String get() {
        var classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(classPath.split(File.pathSeparator))
                .filter(entry -> !entry.isEmpty() && !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
