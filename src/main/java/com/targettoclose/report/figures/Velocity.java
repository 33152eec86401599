package com.targettoclose.report.figures;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How much open deals are worth a day, in one currency: {@code open deals x win rate x average value won / average days to
 * win}. The usual formula of sales velocity: it assumes that the open deals end as those before them did.
 *
 * @param perDay null where nothing was won yet
 */
public record Velocity(
        String currency,
        long open,
        Rate winRate,
        @Nullable BigDecimal averageWon,
        @Nullable Double averageDays,
        @Nullable BigDecimal perDay) {}
