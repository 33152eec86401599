package com.targettoclose.edition.difference;

import com.targettoclose.opportunity.DealType;
import com.targettoclose.process.Contract;
import com.targettoclose.verifier.design.Design;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The roadmaps of a design, in alphabetical order. */
record Routes(List<Route> all) {

    static Routes of(Design design) {
        return new Routes(design.roads().stream()
                .map(Route::of)
                .sorted(Comparator.comparing(Route::id))
                .toList());
    }

    Optional<Route> find(String id) {
        return all.stream().filter(route -> route.id().equals(id)).findFirst();
    }

    /** The roadmap on which a deal of this type starts where none is named. */
    Optional<Route> start(DealType type) {
        return all.stream().filter(route -> route.names(type)).findFirst().or(() -> find(Contract.DEFAULT_ROADMAP));
    }
}
