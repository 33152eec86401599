package com.targettoclose.edition;

import com.targettoclose.report.facts.EditionNumbers;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells the reports which edition a deal runs on. A definition keeps its number, so that each is asked for once. */
@Component
class NumbersOfEditions implements EditionNumbers {

    private final EditionTable table;
    private final Map<String, Integer> known = new ConcurrentHashMap<>();

    NumbersOfEditions(EditionTable table) {
        this.table = table;
    }

    @Override
    public Map<String, Integer> numbers(Collection<String> definitionIds) {
        Set<String> unknown =
                definitionIds.stream().filter(id -> !known.containsKey(id)).collect(Collectors.toSet());
        if (!unknown.isEmpty()) {
            known.putAll(table.numbers(unknown));
        }
        Map<String, Integer> numbers = new HashMap<>(known);
        numbers.keySet().retainAll(definitionIds);
        return numbers;
    }
}
