package com.targettoclose.edition.difference;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Deal values in steps, between which nothing differs: each border that a table names, a little less, a little more, and
 * at both ends nothing and the unknown value.
 */
record Values(List<Double> steps) {

    private static final double LITTLE = 0.011;

    static Values of(Collection<Double> some, Collection<Double> others) {
        Set<Double> steps = new TreeSet<>(some);
        steps.addAll(others);
        return new Values(List.copyOf(steps));
    }

    /** Runs of neighbouring steps in words: {@code below 10,000}; an empty one stands for every value. */
    List<String> words(Set<Integer> among) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            if (among.contains(i)) {
                int end = i;
                while (among.contains(end + 1)) {
                    end++;
                }
                words.add(run(i, end));
                i = end;
            }
        }
        return words;
    }

    private String run(int from, int to) {
        if (from == to && isBorder(from)) {
            return "of exactly " + number(from);
        }
        var lower = lower(from);
        var upper = upper(from, to);
        return lower.isEmpty() || upper.isEmpty() ? lower + upper : lower + " to " + upper;
    }

    private String lower(int from) {
        if (from == 0) {
            return "";
        }
        return isBorder(from - 1) ? "above " + number(from - 1) : "from " + number(from);
    }

    private String upper(int from, int to) {
        if (to == steps.size() - 1) {
            return "";
        }
        return isBorder(to + 1) ? "below " + number(to + 1) : (from == 0 ? "up to " : "") + number(to);
    }

    /** A border has a step right before it, or nothing, and one right behind it. */
    private boolean isBorder(int step) {
        return step < steps.size() - 1
                && (step == 0 || steps.get(step) - steps.get(step - 1) < LITTLE)
                && steps.get(step + 1) - steps.get(step) < LITTLE;
    }

    private String number(int step) {
        return new DecimalFormat("#,##0.##", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(steps.get(step));
    }
}
