package com.targettoclose.verifier.rule;

import com.targettoclose.gate.GateDecision.Outcome;
import com.targettoclose.verifier.design.Stage;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/** A stage ends as passed through its gate's met flow, and in no other way. */
final class StagePassesOnlyWhenMet implements StageRule {

    private static final String SLIPS =
            "A deal would pass the stage here without meeting its exit criteria, as soon as nothing else is open.";

    @Override
    public Stream<Finding> check(Stage stage) {
        var met = stage.answer(Outcome.MET);
        var wrongTarget = met.filter(flow -> !Stage.terminates(flow.getTarget())).stream()
                .map(flow -> finding(
                        stage.diagram().place(flow.getTarget()),
                        "A deal that meets everything would not leave the stage, or would leave conversations open.",
                        "Lead the met flow to a terminate end event."));
        var others = stage.diagram().nodes().stream()
                .filter(node -> stage.diagram().outgoing(node).isEmpty() && !isItsEnd(stage, node))
                .map(node -> finding(
                        stage.diagram().place(node),
                        SLIPS,
                        "Lead this back to the gate; end the stage only where the exit criteria are met."));
        return Stream.concat(wrongTarget, others);
    }

    private static boolean isItsEnd(Stage stage, FlowNode node) {
        var ways = stage.diagram().incoming(node);
        return Stage.terminates(node) && comesOnlyBy(ways, stage.answer(Outcome.MET))
                || Stage.goesBack(node) && comesOnlyBy(ways, stage.answer(Outcome.OWED_EARLIER))
                || Stage.justEnds(node) && comesOnlyBy(ways, stage.allOpen());
    }

    private static boolean comesOnlyBy(List<SequenceFlow> ways, Optional<SequenceFlow> way) {
        return ways.size() == 1 && way.filter(ways.get(0)::equals).isPresent();
    }
}
