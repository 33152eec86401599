package com.targettoclose.conversation;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether a setback as it was sent can be written down. Pure; every fault is named at once. */
public final class SetbackPolicy {

    private SetbackPolicy() {}

    /**
     * Examines a setback.
     *
     * @param known every item of the roadmap, by its id
     * @param held the ids of those that the client has given: only they can be taken back
     * @param today the day it is reported
     * @return null where a fault was noted
     */
    public static @Nullable Setback examine(
            RawSetback raw, Map<String, Item> known, Set<String> held, LocalDate today, FieldReader fields) {
        int before = fields.faults().size();
        var item = item(raw, known, held, fields);
        var contact = fields.requiredText("contact", raw.contact(), EvidencePolicy.MAX_CONTACT);
        var words = fields.text("words", raw.words(), EvidencePolicy.MAX_WORDS);
        if (item == null) {
            fields.required("words", raw.words());
        } else {
            ClientWords.check("words", words, item, FaultCode.WITHDRAWN_WITHOUT_WORDS, fields);
        }
        var occurredOn = fields.pastDay("occurredOn", raw.occurredOn(), today);
        if (item == null || contact == null || words == null || occurredOn == null) {
            return null;
        }
        return fields.faults().size() > before ? null : new Setback(item, contact, words, occurredOn);
    }

    private static @Nullable Item item(RawSetback raw, Map<String, Item> known, Set<String> held, FieldReader fields) {
        if (!fields.required("item", raw.item())) {
            return null;
        }
        var item = known.get(raw.item());
        if (item == null) {
            fields.fault("item", FaultCode.UNKNOWN_ITEM, raw.item(), String.join(", ", known.keySet()));
        } else if (!held.contains(item.id())) {
            fields.fault("item", FaultCode.NOT_HELD, item.label(), labels(known, held));
        }
        return item;
    }

    /** What the sentence offers instead; at its most the whole roadmap. */
    private static String labels(Map<String, Item> known, Set<String> held) {
        var labels = known.values().stream()
                .filter(item -> held.contains(item.id()))
                .map(Item::label)
                .collect(Collectors.joining("; "));
        return labels.isEmpty() ? "nothing yet" : labels;
    }
}
