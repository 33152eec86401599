package com.targettoclose.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

/**
 * Makes input up: what is right, bent in a few places, and what has broken programs before. The same seed makes the same
 * input; a test that fails names its seed, and {@code -Dfuzz.seed=…} runs that one alone.
 */
public final class Fuzz {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int FEW = 3;

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\u0000",
            "a\u0000b",
            "\ud800",
            "\udfff\ud800",
            "\u202eback",
            "\ufeff",
            "\u200b",
            "\ud83d\ude00 ".repeat(40),
            "'; drop table t2c_ledger_entry; --",
            "%",
            "_",
            "\\",
            "../../etc/passwd",
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "${7*7}",
            "#{7*7}",
            "{{7*7}}",
            "=cmd|' /C calc'!A0",
            "javascript:alert(1)",
            "https://example.com/\r\nSet-Cookie: a=b",
            "null",
            "true",
            "NaN",
            "-0",
            "1e400",
            "2026-02-30",
            "0000-00-00",
            "+999999999-12-31",
            "-0001-01-01",
            "9999-12-31",
            "2026-03-01T00:00:00Z",
            "İstanbul ẞ ﬁ",
            "x".repeat(256),
            "y".repeat(2_001),
            "z".repeat(70_000));

    private static final List<String> NUMBERS = List.of(
            "0",
            "-1",
            "1e400",
            "-1e400",
            "1e-400",
            "99999999999999999999999999",
            "0.000000000000000001",
            "2147483648",
            "9223372036854775808",
            "17.999");

    private final Random random;

    public Fuzz(long seed) {
        this.random = new Random(seed);
    }

    /** The seeds to try: a few, always the same ones; more with {@code -Dfuzz.seeds}, one alone with {@code -Dfuzz.seed}. */
    public static LongStream seeds() {
        var one = Long.getLong("fuzz.seed");
        return one == null ? LongStream.rangeClosed(1, Integer.getInteger("fuzz.seeds", FEW)) : LongStream.of(one);
    }

    /** Once in so many times. */
    public boolean once(int in) {
        return random.nextInt(in) == 0;
    }

    public int below(int bound) {
        return random.nextInt(bound);
    }

    public <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** A text that has broken programs before. */
    public String text() {
        return once(8) ? letters() : oneOf(TEXTS);
    }

    /** Anything that JSON can say. */
    public JsonNode json() {
        return json(FEW);
    }

    /** What is right, bent in a few places, or now and then left as it is. */
    public JsonNode bent(JsonNode right) {
        if (once(10)) {
            return once(3) ? json() : right;
        }
        var copy = right.deepCopy();
        int places = 1 + below(FEW);
        for (int i = 0; i < places; i++) {
            bendInPlace(copy);
        }
        return copy;
    }

    /** Bytes, changed, doubled or lost in a few places. */
    public byte[] bent(byte[] right) {
        var bytes = right.clone();
        int places = 1 + below(FEW);
        for (int i = 0; i < places && bytes.length > 0; i++) {
            int at = below(bytes.length);
            switch (below(4)) {
                case 0 -> bytes[at] = (byte) random.nextInt();
                case 1 -> bytes[at] = (byte) "\",\n\r\u0000\\".charAt(below(6));
                case 2 -> bytes = java.util.Arrays.copyOf(bytes, at);
                default -> {
                    var longer = new byte[bytes.length * 2 - at];
                    System.arraycopy(bytes, 0, longer, 0, bytes.length);
                    System.arraycopy(bytes, at, longer, bytes.length, bytes.length - at);
                    bytes = longer;
                }
            }
        }
        return bytes;
    }

    private JsonNode json(int depth) {
        return switch (below(depth > 0 ? 8 : 6)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.booleanNode(random.nextBoolean());
            case 2 -> JSON.numberNode(random.nextInt());
            case 3 -> JSON.numberNode(new BigDecimal(oneOf(NUMBERS)));
            case 4, 5 -> JSON.textNode(text());
            case 6 -> {
                var list = JSON.arrayNode();
                for (int i = below(FEW); i >= 0; i--) {
                    list.add(json(depth - 1));
                }
                yield list;
            }
            default -> {
                var object = JSON.objectNode();
                for (int i = below(FEW); i >= 0; i--) {
                    object.set(once(2) ? text() : letters(), json(depth - 1));
                }
                yield object;
            }
        };
    }

    private void bendInPlace(JsonNode node) {
        if (node instanceof ObjectNode object && !object.isEmpty()) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            var name = oneOf(names);
            if (object.get(name).isContainerNode() && !once(4)) {
                bendInPlace(object.get(name));
                return;
            }
            switch (below(5)) {
                case 0 -> object.remove(name);
                case 1 -> object.set(letters(), json());
                case 2 -> object.put(name, text());
                case 3 -> object.set(name, object.get(oneOf(names)));
                default -> object.set(name, json());
            }
        } else if (node instanceof ArrayNode list && !list.isEmpty()) {
            int at = below(list.size());
            switch (below(4)) {
                case 0 -> list.remove(at);
                case 1 -> list.add(list.get(at).deepCopy());
                case 2 -> list.set(at, json());
                default -> bendInPlace(list.get(at));
            }
        }
    }

    private String letters() {
        var text = new StringBuilder();
        for (int i = below(12); i >= 0; i--) {
            text.append((char) (once(6) ? random.nextInt(0x10000) : 'a' + below(26)));
        }
        return text.toString();
    }
}
