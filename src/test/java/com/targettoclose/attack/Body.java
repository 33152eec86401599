package com.targettoclose.attack;

import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/** What a request carries. */
record Body(String type, byte[] bytes) {

    static final Body NONE = new Body("", new byte[0]);

    static Body json(String text) {
        return text("application/json", text);
    }

    static Body text(String type, String text) {
        return new Body(type, text.getBytes(StandardCharsets.UTF_8));
    }

    /** This body with names in it replaced; any bytes survive. */
    Body map(UnaryOperator<String> names) {
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        return new Body(type, names.apply(text).getBytes(StandardCharsets.ISO_8859_1));
    }

    boolean none() {
        return bytes.length == 0 && type.isEmpty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Body body && type.equals(body.type) && java.util.Arrays.equals(bytes, body.bytes);
    }

    @Override
    public int hashCode() {
        return java.util.Arrays.hashCode(bytes);
    }
}
