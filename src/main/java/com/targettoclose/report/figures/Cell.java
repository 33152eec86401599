package com.targettoclose.report.figures;

import com.targettoclose.opportunity.Status;
import org.jspecify.annotations.Nullable;

/**
 * How many deals are alike.
 *
 * @param key what they are counted for: an item, a gate, a rep
 * @param group how they did there; null where it does not matter
 * @param sizeBand how large they are; deals are compared with deals of their size
 */
public record Cell(String key, @Nullable String group, String sizeBand, Status status, long count) {}
