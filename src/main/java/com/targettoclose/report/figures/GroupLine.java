package com.targettoclose.report.figures;

/** What became of some deals that have something in common: of this process, and from before it. */
public record GroupLine(String group, Outcomes process, Outcomes before) {}
