package com.targettoclose.report.figures;

import java.util.List;

/** What the report says of the parts of diagrams. */
public record DiagramReport(
        List<StageLine> stages, List<CommitmentLine> items, List<AtGate> atGates, List<OpenConversations> open) {}
