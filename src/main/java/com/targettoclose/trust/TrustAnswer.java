package com.targettoclose.trust;

import com.targettoclose.process.reviews.ReviewCount;
import com.targettoclose.report.figures.GroupLine;
import com.targettoclose.report.figures.ReportFilter;
import com.targettoclose.report.figures.TrustReport;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * The trust report over HTTP.
 *
 * @param note what nobody should forget who reads figures
 * @param filter what they are about
 * @param teams what became of the deals of each manager's team
 * @param reviews whether those who lead look at it
 */
@Schema(name = "TrustReport")
record TrustAnswer(
        String note, ReportFilter filter, TrustReport figures, List<GroupLine> teams, List<ReviewCount> reviews) {

    static final String NOTE = "These figures show what went together, not what caused what. Intervals are at 95 %.";
}
