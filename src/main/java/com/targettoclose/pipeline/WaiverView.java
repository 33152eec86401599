package com.targettoclose.pipeline;

import com.targettoclose.gate.Waiver;
import com.targettoclose.ledger.Entry;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A waiver as the HTTP contract shows it.
 *
 * @param state {@code open, granted, refused}, or {@code moot} where nothing was left to decide
 * @param waivableBy who may grant it, {@code manager} or {@code leader}, as it was when it was asked for
 * @param expiresOn the last day on which it counts
 */
@Schema(name = "Waiver")
public record WaiverView(
        String id,
        List<String> items,
        String state,
        String waivableBy,
        String askedBy,
        @Nullable LocalDate askedOn,
        @Nullable String reason,
        @Nullable String decidedBy,
        @Nullable LocalDate decidedOn,
        @Nullable String decisionReason,
        @Nullable LocalDate expiresOn,
        @Nullable LocalDate makeGoodOn) {

    static WaiverView of(Waiver waiver) {
        var asked = waiver.asked();
        var answer = waiver.answer();
        return new WaiverView(
                WaiverId.of(asked).text(),
                waiver.items(),
                waiver.state().value(),
                waiver.level().value(),
                asked.recordedBy(),
                asked.content().occurredOn(),
                asked.content().words(),
                answer == null ? null : answer.recordedBy(),
                answer == null ? null : answer.content().occurredOn(),
                answer == null ? null : answer.content().words(),
                waiver.until(),
                waiver.makeGoodOn());
    }

    /** A waiver's id: the opportunity's, and behind the last point the number of the ledger's entry that asks for it. */
    record WaiverId(String opportunityId, int number) {

        private static final int MOST_DIGITS = 9;

        static WaiverId of(Entry asked) {
            return new WaiverId(asked.opportunityId(), asked.number());
        }

        /** Reads an id; null where it is none. */
        static @Nullable WaiverId read(String id) {
            int point = id.lastIndexOf('.');
            var number = id.substring(point + 1);
            boolean digits = !number.isEmpty()
                    && number.length() <= MOST_DIGITS
                    && number.chars().allMatch(letter -> letter >= '0' && letter <= '9');
            return point < 1 || !digits ? null : new WaiverId(id.substring(0, point), Integer.parseInt(number));
        }

        String text() {
            return opportunityId + "." + number;
        }
    }
}
