package com.targettoclose.pipeline;

import com.targettoclose.gate.Waiver;
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
                RequestId.of(asked).text(),
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
}
