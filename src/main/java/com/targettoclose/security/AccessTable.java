package com.targettoclose.security;

import static java.util.stream.Collectors.groupingBy;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;

/**
 * Which groups may call which method and path, as {@code docs/access.md} says it. What no line names nobody may call.
 *
 * <p>A path is looked up as it was sent. The engine's servlets and Spring read the same path in different ways once
 * letters are encoded that need not be, so such a path fits no line. What else they read differently (encoded slashes,
 * dots, double slashes, matrix parameters) the firewall before the chains has refused.
 */
final class AccessTable {

    private static final Pattern NEEDLESSLY_ENCODED =
            Pattern.compile("%(2[DE]|3\\d|4[1-9A-F]|5[\\dAF]|6[1-9A-F]|7[\\dAE])", Pattern.CASE_INSENSITIVE);

    private final Map<HttpMethod, List<AccessLine>> lines;

    AccessTable(Collection<AccessLine> lines) {
        this.lines =
                lines.stream().sorted(Comparator.comparing(AccessLine::path)).collect(groupingBy(AccessLine::method));
    }

    /** Every line; of those of one method, the more exact come first. */
    List<AccessLine> lines() {
        return lines.values().stream().flatMap(List::stream).toList();
    }

    /** The line that decides about a request, the most exact of those that fit. */
    Optional<AccessLine> find(HttpMethod method, String path) {
        if (NEEDLESSLY_ENCODED.matcher(path).find()) {
            return Optional.empty();
        }
        var sent = PathContainer.parsePath(withoutLastSlash(path));
        return lines.getOrDefault(method.equals(HttpMethod.HEAD) ? HttpMethod.GET : method, List.of()).stream()
                .filter(line -> line.path().matches(sent))
                .findFirst();
    }

    private static String withoutLastSlash(String path) {
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
