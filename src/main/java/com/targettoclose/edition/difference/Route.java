package com.targettoclose.edition.difference;

import com.targettoclose.conversation.Choice;
import com.targettoclose.opportunity.DealType;
import com.targettoclose.process.Contract;
import com.targettoclose.process.roadmap.Diagrams;
import com.targettoclose.verifier.design.Road;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A roadmap as far as deals meet it.
 *
 * @param stages the names of its stages, in order
 * @param toWin those that lie before the win
 * @param meantFor the deal types that it names; empty where it names none and takes all
 */
record Route(
        String id,
        String name,
        String resource,
        List<String> stages,
        List<String> toWin,
        Optional<Set<DealType>> meantFor) {

    static Route of(Road road) {
        var diagram = road.diagram();
        var process = diagram.process();
        return new Route(
                diagram.id(),
                Labels.name(diagram),
                diagram.resource(),
                road.stageNames(),
                road.stagesToWin().stream()
                        .map(call -> Contract.stageOf(call.getCalledElement()))
                        .toList(),
                Optional.ofNullable(Diagrams.property(process, Contract.DEAL_TYPES_PROPERTY))
                        .map(Route::types));
    }

    private static Set<DealType> types(String named) {
        return Arrays.stream(named.split(","))
                .map(String::strip)
                .flatMap(type -> Choice.of(DealType.class, type).stream())
                .collect(Collectors.toSet());
    }

    boolean takes(DealType type) {
        return meantFor.map(types -> types.contains(type)).orElse(true);
    }

    boolean names(DealType type) {
        return meantFor.filter(types -> types.contains(type)).isPresent();
    }

    List<DealType> taken() {
        return Arrays.stream(DealType.values()).filter(this::takes).toList();
    }
}
