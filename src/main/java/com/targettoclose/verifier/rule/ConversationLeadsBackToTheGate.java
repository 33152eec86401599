package com.targettoclose.verifier.rule;

import com.targettoclose.verifier.design.Stage;
import java.util.stream.Stream;

/** After each conversation the gate asks the ledger anew. */
final class ConversationLeadsBackToTheGate implements StageRule {

    @Override
    public Stream<Finding> check(Stage stage) {
        if (stage.gate().isEmpty()) {
            return Stream.of();
        }
        return stage.conversations().stream()
                .filter(task -> !stage.leadsToGate(task))
                .map(task -> finding(
                        stage.diagram().place(task),
                        "What it gained would not be held against the exit criteria: the deal would wait for ever, or"
                                + " pass what it owes.",
                        "Lead one flow without a condition from it to the gate, through nothing but gateways that"
                                + " merge."));
    }
}
