package com.targettoclose.gate;

import com.targettoclose.conversation.Choice;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a gate decided.
 *
 * @param stage whose gate
 * @param met what meets each requirement that is met, by item, of this stage only
 * @param gaps every gap of this stage and those before it, in the roadmap's order
 */
public record GateDecision(String stage, Map<String, MetBy> met, List<Gap> gaps) {

    /** What a gate can decide. */
    public enum Outcome implements Choice {
        /** Every exit criterion of this stage and those before it is met. */
        MET,
        /** Something of this stage is owed, nothing of an earlier one. */
        OWED_HERE,
        /** Something of an earlier stage is owed: the opportunity stands there. */
        OWED_EARLIER
    }

    public GateDecision {
        met = Collections.unmodifiableMap(new LinkedHashMap<>(met));
        gaps = List.copyOf(gaps);
    }

    /** The decision in a word. */
    public Outcome outcome() {
        if (gaps.isEmpty()) {
            return Outcome.MET;
        }
        return gaps.stream().allMatch(gap -> gap.stage().equals(stage)) ? Outcome.OWED_HERE : Outcome.OWED_EARLIER;
    }

    /** The ids of the items owed, each once. */
    public Set<String> owedItems() {
        Set<String> items = new LinkedHashSet<>();
        gaps.forEach(gap -> items.add(gap.item()));
        return items;
    }

    /** The decision as the ledger keeps it. */
    public Map<String, Object> detail() {
        Map<String, Object> metBy = new LinkedHashMap<>();
        met.forEach((item, by) -> metBy.put(item, by.value()));
        var open = gaps.stream()
                .map(gap -> Map.of(
                        "item", gap.item(),
                        "stage", gap.stage(),
                        "reason", gap.reason().value()))
                .toList();
        return Map.of("stage", stage, "outcome", outcome().value(), "met", metBy, "gaps", open);
    }
}
