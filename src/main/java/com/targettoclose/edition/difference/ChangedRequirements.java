package com.targettoclose.edition.difference;

import com.targettoclose.edition.difference.Deals.Deal;
import com.targettoclose.edition.difference.Needs.Need;
import com.targettoclose.process.Contract;
import com.targettoclose.verifier.design.Design;
import com.targettoclose.verifier.design.Stage;
import com.targettoclose.verifier.design.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What stages require more, less, elsewhere or otherwise: asked for every type of deal and every interval of its value. */
final class ChangedRequirements {

    private final Moves moves;
    private final Needs before;
    private final Needs after;
    private final RequirementSentences sentences;
    private final Map<Move, Map<Deal, Terms>> moved = new LinkedHashMap<>();

    /** An item that another stage requires instead. */
    record Move(Need from, Need to) {}

    /** How strictly an item was required of a deal, and is. */
    record Terms(Demand before, Demand after) {}

    private ChangedRequirements(Design old, Design now) {
        var was = Required.by(old);
        var is = Required.by(now);
        var deals = new Deals(Values.of(was.values(), is.values()));
        var stages = stages(old, now);
        moves = new Moves(Routes.of(old), Routes.of(now));
        before = Needs.ask(was, stages, deals);
        after = Needs.ask(is, stages, deals);
        sentences = new RequirementSentences(
                Labels.of(old, now), deals, (is.criteria().isPresent() ? is : was).resource());
        before.all().keySet().forEach(this::findMoves);
    }

    static List<Change> between(Design before, Design after) {
        return sameTable(before, after) ? List.of() : new ChangedRequirements(before, after).changes();
    }

    /** The same table need not be asked twice. */
    private static boolean sameTable(Design before, Design after) {
        return Stream.of(before, after)
                .flatMap(design -> design.tables(Contract.EXIT_CRITERIA).stream())
                .map(Table::resource)
                .allMatch(file -> before.shares(file, after));
    }

    private static Set<String> stages(Design before, Design after) {
        return Stream.of(before, after)
                .flatMap(design -> design.stages().stream())
                .map(Stage::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void findMoves(Need from) {
        after.all().keySet().stream()
                .filter(to -> to.item().equals(from.item()) && !to.equals(from))
                .map(to -> new Move(from, to))
                .forEach(move -> {
                    var terms = terms(before.of(from), after.of(move.to()), deal -> isMove(move, deal));
                    if (!terms.isEmpty()) {
                        moved.put(move, terms);
                    }
                });
    }

    private boolean isMove(Move move, Deal deal) {
        return !after.has(move.from(), deal)
                && !before.has(move.to(), deal)
                && moves.possible(move.from().stage(), move.to().stage(), deal.type());
    }

    private static Map<Deal, Terms> terms(Map<Deal, Demand> was, Map<Deal, Demand> is, Predicate<Deal> among) {
        Map<Deal, Terms> terms = new LinkedHashMap<>();
        was.forEach((deal, demand) -> {
            var now = is.get(deal);
            if (now != null && among.test(deal)) {
                terms.put(deal, new Terms(demand, now));
            }
        });
        return terms;
    }

    private List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        before.all().forEach((need, demands) -> noMore(need, demands).forEach(changes::add));
        after.all().forEach((need, demands) -> {
            newly(need, demands).forEach(changes::add);
            changes.addAll(sentences.otherwise(need, terms(before.of(need), demands, deal -> true)));
        });
        moved.forEach((move, terms) -> {
            changes.add(sentences.moved(move, terms, before.of(move.from()).keySet(), isLater(move, terms.keySet())));
            changes.addAll(sentences.otherwise(move.to(), terms));
        });
        return changes;
    }

    private Stream<Change> noMore(Need need, Map<Deal, Demand> demands) {
        var lost = deals(
                demands,
                deal -> !after.has(need, deal)
                        && !isMoved(deal, move -> move.from().equals(need)));
        return lost.isEmpty() ? Stream.of() : Stream.of(sentences.noMore(need, lost, demands));
    }

    private Stream<Change> newly(Need need, Map<Deal, Demand> demands) {
        var gained = deals(
                demands,
                deal -> !before.has(need, deal)
                        && !isMoved(deal, move -> move.to().equals(need)));
        return gained.isEmpty() ? Stream.of() : Stream.of(sentences.newly(need, gained, demands));
    }

    private static Set<Deal> deals(Map<Deal, Demand> of, Predicate<Deal> among) {
        return of.keySet().stream().filter(among).collect(Collectors.toSet());
    }

    private boolean isMoved(Deal deal, Predicate<Move> by) {
        return moved.entrySet().stream()
                .anyMatch(it -> by.test(it.getKey()) && it.getValue().containsKey(deal));
    }

    private boolean isLater(Move move, Set<Deal> deals) {
        return deals.stream()
                .anyMatch(deal -> moves.later(move.from().stage(), move.to().stage(), deal.type()));
    }
}
