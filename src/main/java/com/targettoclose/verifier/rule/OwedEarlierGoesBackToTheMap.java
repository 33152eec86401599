package com.targettoclose.verifier.rule;

import com.targettoclose.gate.GateDecision.Outcome;
import com.targettoclose.process.Contract;
import com.targettoclose.verifier.design.Stage;
import java.util.stream.Stream;

/** What an earlier stage lacks again is worked on there, and nowhere else. */
final class OwedEarlierGoesBackToTheMap implements StageRule {

    @Override
    public Stream<Finding> check(Stage stage) {
        return stage.answer(Outcome.OWED_EARLIER).filter(flow -> !Stage.goesBack(flow.getTarget())).stream()
                .map(flow -> finding(
                        stage.diagram().place(flow.getTarget()),
                        "What an earlier stage lacks would be asked for nowhere: the deal would pass without it, or get"
                                + " stuck.",
                        "Lead the flow to an error end event with the error code " + Contract.BACK_TO_THE_MAP + "."));
    }
}
