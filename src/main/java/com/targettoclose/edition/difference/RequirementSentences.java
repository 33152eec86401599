package com.targettoclose.edition.difference;

import com.targettoclose.edition.difference.ChangedRequirements.Move;
import com.targettoclose.edition.difference.ChangedRequirements.Terms;
import com.targettoclose.edition.difference.Deals.Deal;
import com.targettoclose.edition.difference.Needs.Need;
import com.targettoclose.gate.ProofNeeded;
import com.targettoclose.gate.WaivableBy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is said of a requirement that changed. */
record RequirementSentences(Labels labels, Deals deals, String resource) {

    private static final int NEVER = Integer.MAX_VALUE;

    private record Turn<T>(T from, T to) {}

    Change noMore(Need need, Set<Deal> lost, Map<Deal, Demand> demands) {
        var says = "%s no longer requires %s%s."
                .formatted(labels.stage(need.stage()), labels.labelled(need), deals.suffix(lost, demands.keySet()));
        return change(Kind.REMOVED, need, row(demands, lost), says, true);
    }

    Change newly(Need need, Set<Deal> gained, Map<Deal, Demand> demands) {
        var says = "%s now requires %s%s."
                .formatted(labels.stage(need.stage()), labels.labelled(need), deals.suffix(gained, deals.everyDeal()));
        return change(Kind.ADDED, need, row(demands, gained), says, false);
    }

    Change moved(Move move, Map<Deal, Terms> terms, Set<Deal> outOf, boolean later) {
        var says = "%s moved from %s to %s%s%s."
                .formatted(
                        labels.labelled(move.to()),
                        labels.stage(move.from().stage()),
                        labels.stage(move.to().stage()),
                        later ? ", a later stage" : "",
                        deals.suffix(terms.keySet(), outOf));
        return change(Kind.CHANGED, move.to(), row(now(terms), terms.keySet()), says, later);
    }

    /** An item that is required as before, but more strictly or less. */
    List<Change> otherwise(Need need, Map<Deal, Terms> terms) {
        List<Change> changes = new ArrayList<>();
        changes.addAll(turned(
                need,
                terms,
                Demand::waivableBy,
                RequirementSentences::waived,
                (from, to) -> Demand.strictness(to) < Demand.strictness(from)));
        changes.addAll(
                turned(need, terms, Demand::proof, RequirementSentences::proven, (from, to) -> to.compareTo(from) < 0));
        changes.addAll(turned(need, terms, Demand::days, RequirementSentences::lapses, (from, to) -> to > from));
        return changes;
    }

    private <T> List<Change> turned(
            Need need,
            Map<Deal, Terms> terms,
            Function<Demand, T> of,
            BiFunction<T, T, String> clause,
            BiPredicate<T, T> weakens) {
        Map<Turn<T>, Set<Deal>> turns = new LinkedHashMap<>();
        terms.forEach((deal, it) -> {
            var turn = new Turn<>(of.apply(it.before()), of.apply(it.after()));
            if (!turn.from().equals(turn.to())) {
                turns.computeIfAbsent(turn, any -> new HashSet<>()).add(deal);
            }
        });
        return turns.entrySet().stream()
                .map(it -> turned(
                        need,
                        terms,
                        it.getValue(),
                        clause.apply(it.getKey().from(), it.getKey().to()),
                        weakens.test(it.getKey().from(), it.getKey().to())))
                .toList();
    }

    private Change turned(Need need, Map<Deal, Terms> terms, Set<Deal> turned, String clause, boolean weakens) {
        var says = "%s in %s %s%s."
                .formatted(
                        labels.labelled(need),
                        labels.stage(need.stage()),
                        clause,
                        deals.suffix(turned, terms.keySet()));
        return change(Kind.CHANGED, need, row(now(terms), turned), says, weakens);
    }

    private static String waived(WaivableBy from, WaivableBy to) {
        return "may now be waived by %s; it was %s".formatted(who(to), who(from));
    }

    private static String who(WaivableBy who) {
        return who == WaivableBy.NOBODY ? "nobody" : "a " + who.value();
    }

    private static String proven(ProofNeeded from, ProofNeeded to) {
        return "now needs %s; it needed %s".formatted(proof(to), proof(from));
    }

    private static String proof(ProofNeeded proof) {
        return proof == ProofNeeded.NONE ? "no proof" : proof.value() + " proof";
    }

    private static String lapses(int from, int to) {
        return "now %s; it %s"
                .formatted(
                        to == NEVER ? "never lapses" : "lapses after " + days(to),
                        from == NEVER ? "never lapsed" : "lapsed after " + days(from));
    }

    private static String days(int days) {
        return days == 1 ? "1 day" : days + " days";
    }

    private static Map<Deal, Demand> now(Map<Deal, Terms> terms) {
        return terms.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, it -> it.getValue().after()));
    }

    /** One of the rows that say so. */
    private static String row(Map<Deal, Demand> demands, Set<Deal> among) {
        return demands.entrySet().stream()
                .filter(it -> among.contains(it.getKey()))
                .map(it -> it.getValue().row())
                .min(Comparator.naturalOrder())
                .orElse("");
    }

    private Change change(Kind kind, Need need, String row, String says, boolean weakens) {
        return new Change(Subject.REQUIREMENT, kind, resource, row, labels.item(need), says, weakens);
    }
}
