package com.targettoclose.gate;

import com.targettoclose.conversation.Choice;
import com.targettoclose.ledger.Entry;
import com.targettoclose.ledger.EntryKind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A decision of a gate, as the ledger kept it.
 *
 * @param stage whose gate
 * @param passed whether it let the opportunity through
 * @param met what met each requirement that was met, by item
 */
public record Passage(String stage, boolean passed, Map<String, MetBy> met) {

    public Passage {
        met = Map.copyOf(met);
    }

    /** The decision that an entry holds; empty where it holds none. */
    public static Optional<Passage> of(Entry entry) {
        var detail = entry.content().detail();
        if (entry.kind() != EntryKind.GATE || !(detail.get("met") instanceof Map<?, ?> kept)) {
            return Optional.empty();
        }
        Map<String, MetBy> met = new LinkedHashMap<>();
        kept.forEach((item, by) ->
                Choice.of(MetBy.class, String.valueOf(by)).ifPresent(known -> met.put(String.valueOf(item), known)));
        boolean passed = GateDecision.Outcome.MET.value().equals(detail.get("outcome"));
        return Optional.of(new Passage(String.valueOf(detail.get("stage")), passed, met));
    }
}
