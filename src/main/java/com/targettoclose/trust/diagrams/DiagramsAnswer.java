package com.targettoclose.trust.diagrams;

import com.targettoclose.report.figures.ReportFilter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;

/**
 * The diagrams of an edition with figures on them, over HTTP.
 *
 * @param edition whose diagrams these are
 * @param behind deals with news that are not counted yet
 * @param filter which deals are counted
 */
@Schema(name = "FiguresOnDiagrams")
record DiagramsAnswer(int edition, LocalDate asOf, long behind, ReportFilter filter, List<DrawnDiagram> diagrams) {}
