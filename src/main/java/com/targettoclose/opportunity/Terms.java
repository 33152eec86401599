package com.targettoclose.opportunity;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What the deal is worth and of what type it is: what the exit criteria depend on.
 *
 * @param value in {@code currency}, two decimals; null while unknown, and then it counts as the highest
 * @param currency ISO 4217; null only where the value is
 */
public record Terms(@Nullable BigDecimal value, @Nullable String currency, DealType dealType) {

    public Terms {
        if (value != null && currency == null) {
            throw new IllegalArgumentException("A value without its currency.");
        }
    }
}
