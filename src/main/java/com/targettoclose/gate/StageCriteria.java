package com.targettoclose.gate;

import java.util.List;

/** The exit criteria of one stage for one opportunity. */
public record StageCriteria(String stage, List<Requirement> requirements) {

    public StageCriteria {
        requirements = List.copyOf(requirements);
    }
}
