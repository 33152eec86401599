package com.targettoclose.verifier.rule;

import com.targettoclose.process.Contract;
import com.targettoclose.verifier.design.Diagram;
import com.targettoclose.verifier.design.ItemLine;
import java.util.stream.Stream;

/** It is unwise to talk to a client and to ask for nothing. */
final class ConversationAsksForACommitment implements DiagramRule {

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Stream<Finding> check(Diagram diagram) {
        return diagram.conversations()
                .filter(task -> Diagram.items(task).stream().noneMatch(ItemLine::commitment))
                .map(task -> finding(
                        diagram.place(task),
                        "Whether the client moves on is left to chance.",
                        "Say in the property '" + Contract.COMMITMENT_PROPERTY + "' what the client is asked for."));
    }
}
