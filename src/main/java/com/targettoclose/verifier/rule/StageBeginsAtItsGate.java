package com.targettoclose.verifier.rule;

import com.targettoclose.verifier.design.Stage;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.StartEvent;

/** Nothing is done in a stage before its gate has asked the ledger: whoever holds everything passes at once. */
final class StageBeginsAtItsGate implements StageRule {

    @Override
    public Stream<Finding> check(Stage stage) {
        var starts = stage.diagram().nodes(StartEvent.class);
        if (starts.size() != 1 || !starts.get(0).getEventDefinitions().isEmpty()) {
            return Stream.of(finding(
                    stage.diagram().place(),
                    "The roadmap could not enter the stage, or would enter it in a way that nobody meant.",
                    "Give the stage exactly one start event, one without a trigger."));
        }
        return starts.stream()
                .filter(start -> stage.gate().isPresent() && !stage.leadsToGate(start))
                .map(start -> finding(
                        stage.diagram().place(start),
                        "A deal that enters would not be held against the exit criteria first: what its ledger holds"
                                + " would be asked again, or never.",
                        "Lead the start straight to the gate, through nothing but gateways that merge."));
    }
}
