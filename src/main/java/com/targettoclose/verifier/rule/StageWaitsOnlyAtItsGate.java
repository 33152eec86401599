package com.targettoclose.verifier.rule;

import com.targettoclose.verifier.design.Stage;
import java.util.stream.Stream;

/** Only the gate is a save point: behind it, its decision would be forgotten; before a conversation, it could be opened twice. */
final class StageWaitsOnlyAtItsGate implements StageRule {

    @Override
    public Stream<Finding> check(Stage stage) {
        return stage.diagram().nodes().stream()
                .filter(node -> !Stage.isGate(node) && (node.isCamundaAsyncBefore() || node.isCamundaAsyncAfter()))
                .map(node -> finding(
                        stage.diagram().place(node),
                        "The gate's decision is forgotten when the engine pauses here: the deal would get stuck, or a"
                                + " conversation would be opened twice.",
                        "Clear asynchronous “before” and “after” on this element."));
    }
}
