package com.targettoclose.gate;

import com.targettoclose.ledger.History;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Requirements met by timely evidence / requirements applicable at the gates passed, as each gate classified them when
 * it was last passed. Waived, imported and recorded afterwards count as applicable and not as met.
 *
 * @param applicable requirements of the gates passed
 * @param met how many of them timely evidence met
 */
public record Adherence(int applicable, int met) {

    /** What became of the requirements of the gates that were passed; nothing was applicable before the first. */
    public static Adherence counted(History history) {
        Map<String, Passage> passed = new HashMap<>();
        history.entries().stream()
                .map(Passage::of)
                .flatMap(Optional::stream)
                .filter(Passage::passed)
                .forEach(passage -> passed.put(passage.stage(), passage));
        int applicable =
                passed.values().stream().mapToInt(it -> it.met().size()).sum();
        long timely = passed.values().stream()
                .flatMap(it -> it.met().values().stream())
                .filter(MetBy.TIMELY::equals)
                .count();
        return new Adherence(applicable, Math.toIntExact(timely));
    }

    /** Between 0 and 1; empty before a gate that requires anything was passed. */
    public static OptionalDouble of(History history) {
        return counted(history).share();
    }

    /** Between 0 and 1; empty where nothing was applicable. */
    public OptionalDouble share() {
        return applicable == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) met / applicable);
    }
}
