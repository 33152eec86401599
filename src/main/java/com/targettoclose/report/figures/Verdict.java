package com.targettoclose.report.figures;

import com.fasterxml.jackson.annotation.JsonValue;
import com.targettoclose.conversation.Choice;

/** What may be said of a comparison. None of them says that one thing caused the other. */
public enum Verdict implements Choice {
    /** Fewer than {@value Comparison#ENOUGH} decided deals on a side: counts, and nothing more. */
    TOO_FEW,
    /** What was counted is compatible with no difference. */
    NO_DIFFERENCE_SHOWN,
    /** Those that had it were won more often. */
    WON_MORE_OFTEN,
    /** Those that had it were won less often. */
    WON_LESS_OFTEN;

    @Override
    @JsonValue
    public String value() {
        return Choice.super.value();
    }
}
