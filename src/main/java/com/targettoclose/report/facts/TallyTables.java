package com.targettoclose.report.facts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Keeps the tallies in step with the facts: whoever writes to both holds the lock of the feed. */
@Repository
class TallyTables {

    private final JdbcTemplate jdbc;

    TallyTables(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes out what facts said before, and adds what they say now. */
    void recount(FactTable<?> table, Collection<? extends Fact> before, Collection<? extends Fact> after) {
        if (before.isEmpty() && after.isEmpty()) {
            return;
        }
        for (var tally : Tally.values()) {
            if (tally.counts(table)) {
                recount(tally, before, after);
            }
        }
    }

    /** Empties all of them. */
    void clear() {
        for (var tally : Tally.values()) {
            jdbc.update("delete from " + tally.table());
        }
    }

    /** By how much the sums of one row change. */
    private record Change(List<Object> key, BigDecimal[] sums) {

        boolean nothing() {
            return Arrays.stream(sums).allMatch(sum -> sum.signum() == 0);
        }

        /** Whether it counts fewer facts: the first thing that every tally adds up. */
        boolean fewer() {
            return sums[0].signum() < 0;
        }

        Object[] sumsAndKey() {
            return Stream.concat(Arrays.stream(sums), key.stream()).toArray();
        }

        Object[] keyAndSums() {
            return Stream.concat(key.stream(), Arrays.stream(sums)).toArray();
        }
    }

    private void recount(Tally tally, Collection<? extends Fact> before, Collection<? extends Fact> after) {
        Map<List<Object>, BigDecimal[]> sums = new HashMap<>();
        before.forEach(fact -> add(tally, fact, sums, BigDecimal.ONE.negate()));
        after.forEach(fact -> add(tally, fact, sums, BigDecimal.ONE));
        var changes = sums.entrySet().stream()
                .map(change -> new Change(change.getKey(), change.getValue()))
                .filter(change -> !change.nothing())
                .toList();
        int[] found = write(update(tally), changes.stream().map(Change::sumsAndKey));
        write(
                insert(tally),
                IntStream.range(0, found.length)
                        .filter(i -> found[i] == 0)
                        .mapToObj(i -> changes.get(i).keyAndSums()));
        write(
                "delete from " + tally.table() + where(tally) + " and deals = 0",
                changes.stream()
                        .filter(Change::fewer)
                        .map(change -> change.key().toArray()));
    }

    private int[] write(String sql, Stream<Object[]> rows) {
        var all = rows.toList();
        return all.isEmpty() ? new int[0] : jdbc.batchUpdate(sql, all);
    }

    private static String insert(Tally tally) {
        int columns = tally.shape().keys().size() + tally.shape().measures().size();
        return "insert into " + tally.table() + " (" + tally.columns() + ") values ("
                + String.join(", ", Collections.nCopies(columns, "?")) + ")";
    }

    private static String update(Tally tally) {
        return "update " + tally.table() + " set "
                + tally.shape().measures().stream()
                        .map(measure -> measure.name() + " = " + measure.name() + " + ?")
                        .collect(Collectors.joining(", "))
                + where(tally);
    }

    private static String where(Tally tally) {
        return " where "
                + tally.shape().keys().stream().map(key -> key + " = ?").collect(Collectors.joining(" and "));
    }

    private static void add(Tally tally, Fact fact, Map<List<Object>, BigDecimal[]> change, BigDecimal sign) {
        List<Object> key = new ArrayList<>(tally.shape().key(fact));
        key.set(0, tally.grain().of((LocalDate) key.get(0)));
        var added = tally.shape().sums(fact);
        var sums = change.computeIfAbsent(key, any -> zeros(added.length));
        for (int i = 0; i < sums.length; i++) {
            sums[i] = sums[i].add(added[i].multiply(sign));
        }
    }

    private static BigDecimal[] zeros(int count) {
        var zeros = new BigDecimal[count];
        Arrays.fill(zeros, BigDecimal.ZERO);
        return zeros;
    }
}
