package com.targettoclose.edition.difference;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** The same kind of thing on both sides, by what it is known by. Of several that are known by the same, the first counts. */
record Sides<T>(Map<String, T> before, Map<String, T> after) {

    /** Something that stands on both sides. */
    record Both<T>(T before, T after) {}

    static <T> Sides<T> by(Function<T, String> key, Collection<T> before, Collection<T> after) {
        return new Sides<>(index(key, before), index(key, after));
    }

    private static <T> Map<String, T> index(Function<T, String> key, Collection<T> things) {
        Map<String, T> index = new LinkedHashMap<>();
        things.forEach(it -> index.putIfAbsent(key.apply(it), it));
        return index;
    }

    List<T> added() {
        return without(after, before);
    }

    List<T> removed() {
        return without(before, after);
    }

    List<Both<T>> both() {
        return after.entrySet().stream()
                .filter(it -> before.containsKey(it.getKey()))
                .map(it -> new Both<>(Objects.requireNonNull(before.get(it.getKey())), it.getValue()))
                .toList();
    }

    private static <T> List<T> without(Map<String, T> of, Map<String, T> others) {
        return of.entrySet().stream()
                .filter(it -> !others.containsKey(it.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }
}
