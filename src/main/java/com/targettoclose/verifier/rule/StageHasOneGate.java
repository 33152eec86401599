package com.targettoclose.verifier.rule;

import com.targettoclose.process.Contract;
import com.targettoclose.verifier.design.Stage;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;

/** A stage has one gate, and the gate is its save point: what a rep wrote is kept, even where the gate cannot judge. */
final class StageHasOneGate implements StageRule {

    @Override
    public Stream<Finding> check(Stage stage) {
        var gates = stage.gates();
        if (gates.isEmpty()) {
            return Stream.of(finding(
                    stage.diagram().place(),
                    "The stage would end without asking the ledger: nothing that it requires would be checked.",
                    "Add a service task with the delegate expression ${" + Contract.VERIFY_EXIT_CRITERIA
                            + "}, and lead the start and every conversation to it."));
        }
        if (gates.size() > 1) {
            return gates.stream()
                    .map(gate -> finding(
                            stage.diagram().place(gate),
                            "With several gates, nobody could say which one a deal has passed.",
                            "Keep one gate, and lead everything to it."));
        }
        return gates.stream().flatMap(gate -> savePoint(stage, gate));
    }

    private Stream<Finding> savePoint(Stage stage, ServiceTask gate) {
        if (gate.isCamundaAsyncBefore() && !gate.isCamundaAsyncAfter() && gate.isCamundaExclusive()) {
            return Stream.of();
        }
        return Stream.of(finding(
                stage.diagram().place(gate),
                "A gate that cannot judge would take back what the rep wrote, or its decision would be forgotten before"
                        + " the flows behind it read it.",
                "Set asynchronous “before” and “exclusive” on the gate, and clear “after”."));
    }
}
