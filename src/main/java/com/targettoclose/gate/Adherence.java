package com.targettoclose.gate;

import com.targettoclose.ledger.Entry;
import com.targettoclose.ledger.EntryKind;
import com.targettoclose.ledger.History;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Requirements met by timely evidence / requirements applicable at the gates passed, as each gate classified them when
 * it was last passed. Waived, imported and recorded afterwards count as applicable and not as met.
 */
public final class Adherence {

    private Adherence() {}

    /** Between 0 and 1; empty before a gate that requires anything was passed. */
    public static OptionalDouble of(History history) {
        Map<Object, Map<?, ?>> passed = new HashMap<>();
        for (var entry : history.entries()) {
            if (entry.kind() == EntryKind.GATE && met(entry)) {
                passed.put(entry.content().detail().get("stage"), (Map<?, ?>)
                        entry.content().detail().get("met"));
            }
        }
        long applicable = passed.values().stream().mapToLong(Map::size).sum();
        long timely = passed.values().stream()
                .flatMap(met -> met.values().stream())
                .filter(MetBy.TIMELY.value()::equals)
                .count();
        return applicable == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) timely / applicable);
    }

    private static boolean met(Entry entry) {
        return GateDecision.Outcome.MET.value().equals(entry.content().detail().get("outcome"));
    }
}
