package com.targettoclose.report.figures;

/** How many requirements somebody let deals pass without, by user id. */
public record WaiverLine(String approver, long waived) {}
