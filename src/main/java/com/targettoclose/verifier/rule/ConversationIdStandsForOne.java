package com.targettoclose.verifier.rule;

import com.targettoclose.verifier.design.Design;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** On one roadmap, a conversation's id stands for one conversation. */
final class ConversationIdStandsForOne implements Rule {

    @Override
    public Stream<Finding> check(Design design) {
        return design.roads().stream()
                .flatMap(road -> {
                    Set<String> seen = new HashSet<>();
                    return road.stageNames().stream()
                            .distinct()
                            .flatMap(name -> design.stage(name).stream())
                            .flatMap(stage -> stage.conversations().stream()
                                    .filter(task -> !seen.add(task.getId()))
                                    .map(task -> finding(
                                            stage.diagram().place(task),
                                            "What is said in it would be taken for what another conversation of the same"
                                                    + " id was to generate.",
                                            "Give it an id that no other stage of the roadmap uses.")));
                })
                .distinct();
    }
}
