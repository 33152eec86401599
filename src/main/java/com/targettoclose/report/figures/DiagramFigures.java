package com.targettoclose.report.figures;

import com.targettoclose.report.facts.KeepFacts;
import org.springframework.stereotype.Service;

/** Works out what stands on the diagrams. */
@Service
public class DiagramFigures {

    private final GateFigures gates;
    private final KeepFacts facts;

    DiagramFigures(GateFigures gates, KeepFacts facts) {
        this.gates = gates;
        this.facts = facts;
    }

    /** How many deals have news that are not counted yet, after a little news was read. */
    public long behind() {
        facts.catchUpALittle();
        return facts.behind();
    }

    /** The figures of these deals, as far as their news were read. */
    public DiagramReport of(ReportFilter filter) {
        return new DiagramReport(
                gates.stages(filter), gates.commitments(filter), gates.atGates(filter), gates.open(filter));
    }
}
