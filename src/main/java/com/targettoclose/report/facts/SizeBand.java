package com.targettoclose.report.facts;

import com.targettoclose.conversation.Choice;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** How large a deal is, in its own currency: deals are compared with deals of their size. */
public enum SizeBand implements Choice {
    /** Below 10,000. */
    SMALL,
    /** From 10,000 to below 100,000. */
    MEDIUM,
    /** From 100,000. */
    LARGE,
    /** Nobody has said yet. */
    UNKNOWN;

    private static final BigDecimal MEDIUM_FROM = new BigDecimal("10000");
    private static final BigDecimal LARGE_FROM = new BigDecimal("100000");

    /** The band of a deal's value; null is unknown. */
    public static SizeBand of(@Nullable BigDecimal value) {
        if (value == null) {
            return UNKNOWN;
        }
        if (value.compareTo(MEDIUM_FROM) < 0) {
            return SMALL;
        }
        return value.compareTo(LARGE_FROM) < 0 ? MEDIUM : LARGE;
    }
}
