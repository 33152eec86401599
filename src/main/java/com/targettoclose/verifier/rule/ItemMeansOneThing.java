package com.targettoclose.verifier.rule;

import com.targettoclose.verifier.design.Design;
import com.targettoclose.verifier.design.Diagram;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** An item is an outcome or a commitment everywhere, and stands once in a conversation. */
final class ItemMeansOneThing implements Rule {

    @Override
    public Stream<Finding> check(Design design) {
        Map<String, Boolean> kinds = new HashMap<>();
        return design.diagrams().stream()
                .flatMap(diagram -> diagram.conversations().flatMap(task -> {
                    Set<String> here = new HashSet<>();
                    return Diagram.items(task).stream()
                            .filter(item -> !here.add(item.id())
                                    || kinds.merge(item.id(), item.commitment(), (one, other) -> one)
                                            != item.commitment())
                            .map(item -> finding(
                                    diagram.place(task),
                                    "'" + item.id() + "' would be learned in one place and asked for in another, or"
                                            + " asked twice in one form.",
                                    "Use another id for the one of the two that means something else."));
                }));
    }
}
