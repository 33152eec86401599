package com.targettoclose.pipeline.act;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A form as it was sent. */
record Filled(Map<String, List<String>> values) {

    static final Filled NOTHING = new Filled(Map.of());

    /** A field's text; null where it is blank or absent. */
    @Nullable
    String text(String name) {
        return texts(name).stream().filter(text -> !text.isBlank()).findFirst().orElse(null);
    }

    /** All values of a field of which several can be chosen. */
    public List<String> texts(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** A field's text as it was typed, to show it again. */
    public String typed(String name) {
        return texts(name).stream().findFirst().orElse("");
    }
}
