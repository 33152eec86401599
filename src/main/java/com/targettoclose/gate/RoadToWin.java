package com.targettoclose.gate;

import java.util.Set;

/**
 * What of a roadmap leads to the win.
 *
 * @param stages the names of the stages before it
 * @param decisions the commitments by which the client decides: declined, they end the pursuit; taken back, the win
 */
public record RoadToWin(Set<String> stages, Set<String> decisions) {

    public RoadToWin {
        stages = Set.copyOf(stages);
        decisions = Set.copyOf(decisions);
    }
}
