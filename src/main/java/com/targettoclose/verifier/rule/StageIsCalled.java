package com.targettoclose.verifier.rule;

import com.targettoclose.verifier.design.Design;
import java.util.stream.Stream;

/** It is unwise to draw a stage that no roadmap calls. */
final class StageIsCalled implements Rule {

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Stream<Finding> check(Design design) {
        return design.stages().stream()
                .filter(stage -> design.roads().stream()
                        .noneMatch(road -> road.stageNames().contains(stage.name())))
                .map(stage -> finding(
                        stage.diagram().place(),
                        "No deal would ever come here.",
                        "Call it from a roadmap; or leave it, if the roadmap follows."));
    }
}
