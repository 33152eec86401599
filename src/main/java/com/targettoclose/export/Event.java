package com.targettoclose.export;

import com.targettoclose.ledger.Entry;
import com.targettoclose.ledger.EntryKind;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a deal. Made of what an entry says without words: kinds, ids of items, stages and conversations, days.
 * People at the client, their words, reasons and links are not read.
 *
 * @param activity what happened, the same words for the same thing
 * @param at when it was recorded
 * @param resource the user who recorded it, or {@code system}
 * @param attributes what else there is, by name, in the order of {@link #ATTRIBUTES}
 */
public record Event(String activity, Instant at, String resource, Map<String, String> attributes) {

    /** The names of the attributes. */
    static final String[] ATTRIBUTES = {"kind", "item", "stage", "outcome", "conversation", "occurredOn"};

    private static final String STAGE = "stage";
    private static final String OUTCOME = "outcome";

    /** What an entry tells. */
    public static Event of(Entry entry) {
        var content = entry.content();
        Map<String, String> attributes = new LinkedHashMap<>();
        put(attributes, "kind", entry.kind().value());
        put(attributes, "item", content.item());
        if (entry.kind() == EntryKind.GATE) {
            put(attributes, STAGE, content.detail().get(STAGE));
            put(attributes, OUTCOME, content.detail().get(OUTCOME));
        } else if (entry.kind() == EntryKind.CLOSED) {
            put(attributes, OUTCOME, content.detail().get("as"));
        }
        put(
                attributes,
                "conversation",
                content.origin() == null ? null : content.origin().conversation());
        put(attributes, "occurredOn", content.occurredOn());
        return new Event(activity(entry, attributes), entry.recordedAt(), entry.recordedBy(), attributes);
    }

    private static void put(Map<String, String> attributes, String name, @Nullable Object value) {
        if (value != null) {
            attributes.put(name, value.toString());
        }
    }

    private static String activity(Entry entry, Map<String, String> attributes) {
        var item = Objects.requireNonNullElse(entry.content().item(), "");
        var stage = attributes.getOrDefault(STAGE, "");
        var outcome = attributes.getOrDefault(OUTCOME, "");
        return switch (entry.kind()) {
            case GATE -> ("met".equals(outcome) ? "Pass the gate of " : "Wait at the gate of ") + stage;
            case CLOSED -> "End: " + outcome;
            default -> inWords(entry.kind()) + (item.isEmpty() ? "" : ": " + item);
        };
    }

    private static String inWords(EntryKind kind) {
        var words = kind.value().replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
