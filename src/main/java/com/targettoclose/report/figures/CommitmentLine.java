package com.targettoclose.report.figures;

import org.jspecify.annotations.Nullable;

/**
 * How hard an item is to get.
 *
 * @param gained deals in which the client gave it, of those in which it was asked for
 * @param asks how often it was asked for, in all of them
 * @param medianAsks how often it took until the client gave it, of those that did; null of none
 * @param medianDays from the day it was first asked for to the day the client first gave it, of those that did; null of none
 */
public record CommitmentLine(
        String item,
        Rate gained,
        long asks,
        @Nullable Double medianAsks,
        @Nullable Double medianDays) {}
