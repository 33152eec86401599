package com.targettoclose.edition.difference;

import com.targettoclose.opportunity.DealType;
import java.util.List;
import java.util.stream.Stream;

/** Whether what one stage required can count as required by another instead. */
record Moves(Routes before, Routes after) {

    /** The same roadmap, once as it was and once as it is. */
    private record Way(Route before, Route after) {

        /** An order in which both stages stand tells; where there is none, the stage counts as later. */
        boolean later(String from, String to) {
            var orders = Stream.of(before.stages(), after.stages())
                    .filter(order -> order.contains(from) && order.contains(to))
                    .toList();
            return orders.isEmpty() || orders.stream().anyMatch(order -> order.indexOf(to) > order.indexOf(from));
        }
    }

    /** Whether each roadmap that led deals of this type through the one stage leads them through the other before the win. */
    boolean possible(String from, String to, DealType type) {
        var ways = ways(from, type);
        return !ways.isEmpty()
                && ways.stream().allMatch(way -> way.after().toWin().contains(to));
    }

    /** Whether the other stage comes later on any of these roadmaps. */
    boolean later(String from, String to, DealType type) {
        return ways(from, type).stream().anyMatch(way -> way.later(from, to));
    }

    private List<Way> ways(String from, DealType type) {
        return before.all().stream()
                .filter(route -> route.takes(type) && route.stages().contains(from))
                .flatMap(route -> after.find(route.id()).map(it -> new Way(route, it)).stream())
                .toList();
    }
}
