package com.targettoclose.verifier.rule;

import com.targettoclose.verifier.design.Design;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The engine is told how long it keeps history. */
final class HistoryHasAnEnd implements Rule {

    private static final Pattern DAYS = Pattern.compile("P?\\d+D?");
    private static final String HARM = "The engine refuses it, for it would keep its history for ever.";
    private static final String REMEDY = "Set the time to live, such as P1825D for five years.";

    @Override
    public Stream<Finding> check(Design design) {
        return Stream.concat(
                design.diagrams().stream()
                        .filter(it -> !hasAnEnd(it.process().getCamundaHistoryTimeToLiveString()))
                        .map(it -> finding(it.place(), HARM, REMEDY)),
                design.tables().stream()
                        .filter(it -> !hasAnEnd(it.decision().getCamundaHistoryTimeToLiveString()))
                        .map(it -> finding(it.place(), HARM, REMEDY)));
    }

    private static boolean hasAnEnd(@Nullable String timeToLive) {
        return timeToLive != null && DAYS.matcher(timeToLive).matches();
    }
}
