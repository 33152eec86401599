package com.targettoclose.trust.diagrams;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.targettoclose.report.figures.Rate;
import com.targettoclose.verifier.design.Drawing.Kind;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the report says of one part of a diagram.
 *
 * @param id the id of the element
 * @param standing deals that wait for this gate now; open conversations of this kind
 * @param passed deals that got through: the gate let them, or it let them through with what this conversation is for
 * @param waived requirements of a stage, or deals of a conversation, that were let through without
 * @param ended deals that ended before they got through
 * @param medianDays how long it takes: to the gate's first passage, or from the first ask until the client gives it
 * @param gained of the deals in which it was asked for, those in which the client gave it; null but for conversations
 */
record Overlay(
        String id,
        Kind kind,
        String label,
        long standing,
        long passed,
        long waived,
        long ended,
        @Nullable Double medianDays,
        @Nullable Rate gained) {

    private static final int ENOUGH = 20;

    /** The same in the few words that fit beside an element. */
    @JsonProperty("lines")
    public List<String> lines() {
        return Stream.of(
                        number(standing) + (gained == null ? " here" : " open") + " · " + number(passed) + " passed",
                        number(waived) + " waived · " + number(ended) + " ended",
                        gain(),
                        medianDays == null ? "" : String.format(Locale.ROOT, "%.0f days, median", medianDays))
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private String gain() {
        if (gained == null || gained.of() == 0) {
            return "";
        }
        var share = gained.share();
        return "gained " + number(gained.count()) + " of " + number(gained.of())
                + (share == null || gained.of() < ENOUGH
                        ? ""
                        : String.format(Locale.ROOT, " (%.0f\u00a0%%)", 100 * share));
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
