package com.targettoclose.security;

import org.springframework.http.HttpMethod;

/**
 * Something that answers a method and path.
 *
 * @param path as it is mapped, {@code {name}} for a variable part
 * @param ours whether it is this application's own, and not the engine's or a library's
 */
record Endpoint(HttpMethod method, String path, boolean ours) implements Comparable<Endpoint> {

    private static final String CATCH_ALL = "/**";

    /** Its method and path with one spelling for all variable parts; the engine is always the one there is. */
    String call() {
        return method + " " + oneEngine().replaceAll("\\{[^/]*}", "{}");
    }

    /** A path that leads to it. */
    String sample() {
        return oneEngine().replace(CATCH_ALL, "/part/of-it").replaceAll("\\{[^/]*}", "1234-abcd");
    }

    /** Whether it answers everything below a path, the path of this line included. */
    boolean covers(AccessLine line) {
        var path = line.path().getPatternString();
        return this.path.endsWith(CATCH_ALL)
                && line.method().equals(method)
                && path.startsWith(this.path.substring(0, this.path.length() - 2));
    }

    private String oneEngine() {
        return path.replaceAll("\\{file:[^/]*}", "**")
                .replaceAll("(?<=/camunda/api/engine/engine/)\\{name}", "default")
                .replaceAll("(?<=/plugin/(?:base|adminPlugins)/)\\{engine}", "default");
    }

    @Override
    public int compareTo(Endpoint other) {
        return (path + method).compareTo(other.path + other.method);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
