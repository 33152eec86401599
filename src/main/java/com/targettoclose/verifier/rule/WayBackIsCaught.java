package com.targettoclose.verifier.rule;

import com.targettoclose.process.Contract;
import com.targettoclose.verifier.design.Road;
import java.util.stream.Stream;

/** In every stage a deal can be led back to the map: by message, and by the error that a gate throws. */
final class WayBackIsCaught implements RoadmapRule {

    @Override
    public Stream<Finding> check(Road road) {
        return road.stages().stream().flatMap(call -> {
            var caught = road.catching(call);
            boolean byError = caught.stream().anyMatch(Road::catchesError);
            boolean byMessage = caught.stream().anyMatch(it -> Contract.BACK_TO_THE_MAP.equals(Road.message(it)));
            return byError && byMessage
                    ? Stream.of()
                    : Stream.of(finding(
                            road.diagram().place(call),
                            "A deal that lacks again what an earlier stage requires would get stuck in this stage, and a"
                                    + " commitment withdrawn would change nothing.",
                            "Put two boundary events on the stage or on a subprocess around it: the message "
                                    + Contract.BACK_TO_THE_MAP + ", and the error of the same code."));
        });
    }
}
