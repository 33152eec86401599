package com.targettoclose.report.figures;

/**
 * What became of an item at its gate, in deals that ended in the period, and open ones.
 *
 * @param passed deals that its gate let through with it
 * @param waived deals that passed without it, by leave
 * @param ended deals that ended before that gate let them through, and in which it was spoken of
 */
public record AtGate(String item, long passed, long waived, long ended) {}
