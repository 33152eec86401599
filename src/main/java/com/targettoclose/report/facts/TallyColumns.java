package com.targettoclose.report.facts;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ReflectionUtils;

/** The columns of a tally: the day first, what is counted by, and what is added up; in SQL, and of a fact. */
final class TallyColumns {

    private static final String ON_DAY = "on_day";

    private final FactTable<?> facts;
    private final String day;
    private final List<String> keys;
    private final List<Measure> measures;
    private final List<RecordComponent> keyParts;
    private final List<RecordComponent> measuredParts;

    /** @param day the column of the facts that says when */
    TallyColumns(FactTable<?> facts, String day, List<String> keys, List<Measure> measures) {
        this.facts = facts;
        this.day = day;
        this.keys = Stream.concat(Stream.of("roadmap", "edition", "deal_type", "size_band"), keys.stream())
                .toList();
        this.measures = measures;
        this.keyParts = Stream.concat(Stream.of(day), this.keys.stream())
                .map(facts::component)
                .toList();
        this.measuredParts = measures.stream()
                .map(measure -> facts.component(measure.column()))
                .toList();
    }

    List<String> keys() {
        return Stream.concat(Stream.of(ON_DAY), keys.stream()).toList();
    }

    List<Measure> measures() {
        return measures;
    }

    /** All of them, as they are named. */
    String names() {
        return Stream.concat(keys().stream(), measures.stream().map(Measure::name))
                .collect(Collectors.joining(", "));
    }

    /** All of them, as the facts tell them. */
    String ofFacts() {
        return Stream.concat(
                        Stream.concat(
                                Stream.of(known(day) + " as " + ON_DAY),
                                keys.stream().map(key -> known(key) + " as " + key)),
                        measures.stream().map(measure -> measure.ofFact() + " as " + measure.name()))
                .collect(Collectors.joining(", "));
    }

    private String known(String column) {
        var type = facts.component(column).getType();
        if (type == LocalDate.class) {
            return "coalesce(" + column + ", date '" + Tally.NO_DAY + "')";
        }
        return "coalesce(" + column + (type == String.class ? ", '')" : ", -1)");
    }

    /** By what a fact counts, its day first. */
    List<Object> key(Fact fact) {
        return keyParts.stream()
                .map(part -> known(value(part, fact), part.getType()))
                .toList();
    }

    private static Object known(@Nullable Object value, Class<?> type) {
        if (value != null) {
            return value;
        }
        if (type == LocalDate.class) {
            return Tally.NO_DAY;
        }
        return type == String.class ? "" : -1;
    }

    /** What a fact adds. */
    BigDecimal[] sums(Fact fact) {
        var sums = new BigDecimal[measures.size()];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = measures.get(i).of(value(measuredParts.get(i), fact));
        }
        return sums;
    }

    private static @Nullable Object value(RecordComponent part, Fact fact) {
        var accessor = part.getAccessor();
        ReflectionUtils.makeAccessible(accessor);
        return ReflectionUtils.invokeMethod(accessor, fact);
    }
}
