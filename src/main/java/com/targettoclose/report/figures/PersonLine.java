package com.targettoclose.report.figures;

/**
 * What the deals of a rep tell.
 *
 * @param process deals of this process
 * @param before deals that ended before it
 * @param adherence requirements met by timely evidence, of those at the gates passed
 * @param silent open deals of which nothing was heard for three weeks
 * @param waived requirements waived, of those at the gates passed
 */
public record PersonLine(
        String owner, Outcomes process, Outcomes before, Rate adherence, long silent, Rate waived, Evidence evidence) {}
