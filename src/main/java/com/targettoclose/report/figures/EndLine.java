package com.targettoclose.report.figures;

import com.targettoclose.report.statistics.Estimate;

/**
 * Which share of deals has come to each end so many days after they began (Aalen-Johansen: the ends exclude each other, and
 * deals that go on are watched as long as they are old).
 */
public record EndLine(int days, Estimate won, Estimate lost, Estimate noDecision) {}
