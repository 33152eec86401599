package com.targettoclose.edition;

import com.targettoclose.report.facts.EditionNumbers;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tells the reports which edition a deal runs on. A definition keeps its number, so that each is asked for once. */
@Repository
class NumbersOfEditions implements EditionNumbers {

    private final JdbcClient jdbc;
    private final Map<String, Integer> known = new ConcurrentHashMap<>();

    NumbersOfEditions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, Integer> numbers(Collection<String> definitionIds) {
        var unknown =
                definitionIds.stream().filter(id -> !known.containsKey(id)).toList();
        if (!unknown.isEmpty()) {
            read(unknown);
        }
        Map<String, Integer> numbers = new HashMap<>(known);
        numbers.keySet().retainAll(definitionIds);
        return numbers;
    }

    private void read(List<String> definitionIds) {
        jdbc.sql("select d.id_, e.number from act_re_procdef d join t2c_edition e on e.deployment_id = d.deployment_id_"
                        + " where d.id_ in (:ids)")
                .param("ids", definitionIds)
                .query(row -> {
                    known.put(row.getString(1), row.getInt(2));
                });
    }
}
