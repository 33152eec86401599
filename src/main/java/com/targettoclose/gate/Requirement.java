package com.targettoclose.gate;

import org.jspecify.annotations.Nullable;

/**
 * One exit criterion: a stage requires an item of this opportunity.
 *
 * @param lapsesAfterDays after how many days evidence no longer counts; null for never
 */
public record Requirement(
        String stage,
        String item,
        WaivableBy waivableBy,
        ProofNeeded proof,
        @Nullable Integer lapsesAfterDays) {}
