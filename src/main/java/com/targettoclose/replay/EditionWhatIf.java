package com.targettoclose.replay;

import com.targettoclose.edition.Edition;
import com.targettoclose.edition.Editions;
import com.targettoclose.edition.WhatIf;
import com.targettoclose.process.roadmap.Roadmap;
import com.targettoclose.process.roadmap.Roadmaps;
import com.targettoclose.replay.ReplayResult.Standing;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What a leader is told of an edition's effect: the newest replay of it. */
@Service
class EditionWhatIf implements WhatIf {

    private static final String THROUGH = "through every gate";

    private final Replays replays;
    private final Editions editions;
    private final Roadmaps roadmaps;

    EditionWhatIf(Replays replays, Editions editions, Roadmaps roadmaps) {
        this.replays = replays;
        this.editions = editions;
        this.roadmaps = roadmaps;
    }

    @Override
    public void ask(int edition, String who) {
        replays.ask(edition, who);
    }

    @Override
    public Known of(int edition) {
        return replays.newestOf(edition)
                .map(view -> new Known(view.id(), view.message(), moves(edition, view.result())))
                .orElseGet(() ->
                        new Known(null, "Nobody asked yet what would change for the deals there are.", List.of()));
    }

    private List<Move> moves(int number, @Nullable ReplayResult result) {
        var edition = editions.find(number);
        return result == null || edition.isEmpty()
                ? List.of()
                : result.standing().stream()
                        .filter(line -> !Objects.equals(line.now(), line.then()))
                        .map(line -> move(edition.get(), line))
                        .toList();
    }

    private Move move(Edition edition, Standing line) {
        var roadmap = roadmaps.of(line.roadmap(), edition.deploymentId());
        var then = line.then() == null ? THROUGH : label(roadmap, line.then());
        return new Move(label(roadmap, line.now()), then, line.deals());
    }

    private static String label(Optional<Roadmap> roadmap, String stage) {
        return roadmap.flatMap(it -> it.stage(stage)).map(Roadmap.Stage::label).orElse(stage);
    }
}
