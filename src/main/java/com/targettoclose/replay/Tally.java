package com.targettoclose.replay;

import com.targettoclose.gate.Gap;
import com.targettoclose.opportunity.Opportunity;
import com.targettoclose.opportunity.Status;
import com.targettoclose.process.roadmap.Roadmap;
import com.targettoclose.replay.Judge.Judgement;
import com.targettoclose.replay.ReplayResult.Owed;
import com.targettoclose.replay.ReplayResult.Standing;
import com.targettoclose.replay.ReplayResult.Wins;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Counts what becomes of deals, as they come by in the order of their ids. */
final class Tally {

    /** How many ids stand beside a count: enough to look at. */
    static final int IDS = 20;

    private final Map<Move, Deals> moves = new HashMap<>();
    private final Map<Point, Deals> owed = new HashMap<>();
    private final Map<Point, Deals> owedNoMore = new HashMap<>();
    private final Map<Point, Deals> heldAt = new HashMap<>();
    private final Map<String, String> labels = new HashMap<>();
    private long won;
    private long held;
    private long otherRoadmaps;

    private record Move(
            String roadmap, String now, @Nullable String then) {}

    private record Point(String stage, String item) {}

    private static final class Deals {
        private long count;
        private final List<String> ids = new ArrayList<>();

        private void add(String id) {
            count++;
            if (ids.size() < IDS) {
                ids.add(id);
            }
        }
    }

    /** Counts a deal. */
    void add(Opportunity deal, Optional<Judgement> now, Optional<Judgement> then) {
        if (deal.stage() != null && (deal.open() || deal.inExecution())) {
            running(deal, deal.stage(), now, then);
        }
        if (deal.status() == Status.WON) {
            then.ifPresent(it -> win(deal, it));
        }
    }

    private void running(Opportunity deal, String stage, Optional<Judgement> now, Optional<Judgement> then) {
        if (then.isEmpty()) {
            otherRoadmaps++;
            return;
        }
        label(then.get().roadmap());
        var gaps = then.get().decision().gaps();
        var stands = gaps.isEmpty() ? null : gaps.get(0).stage();
        count(moves, new Move(deal.roadmap(), stage, stands), deal);
        var before = now.map(it -> it.decision().gaps()).orElse(List.of());
        now.ifPresent(it -> label(it.roadmap()));
        gaps.stream()
                .filter(gap -> gap.stage().equals(stands) && !items(before).contains(gap.item()))
                .forEach(gap -> count(owed, point(gap), deal));
        before.stream()
                .filter(gap -> gap.stage().equals(stage) && !items(gaps).contains(gap.item()))
                .forEach(gap -> count(owedNoMore, point(gap), deal));
    }

    private void win(Opportunity deal, Judgement then) {
        label(then.roadmap());
        won++;
        var beforeWin = then.roadmap().toWin().stream().map(Roadmap.Stage::name).collect(Collectors.toSet());
        var gaps = then.decision().gaps().stream()
                .filter(gap -> beforeWin.contains(gap.stage()))
                .toList();
        held += gaps.isEmpty() ? 0 : 1;
        gaps.forEach(gap -> count(heldAt, point(gap), deal));
    }

    private void label(Roadmap roadmap) {
        roadmap.items().values().forEach(item -> labels.putIfAbsent(item.id(), item.label()));
    }

    private static Set<String> items(List<Gap> gaps) {
        return gaps.stream().map(Gap::item).collect(Collectors.toSet());
    }

    private static Point point(Gap gap) {
        return new Point(gap.stage(), gap.item());
    }

    private static <K> void count(Map<K, Deals> counts, K key, Opportunity deal) {
        counts.computeIfAbsent(key, any -> new Deals()).add(deal.id());
    }

    /**
     * What was counted.
     *
     * @param wonBefore deals won before this process
     */
    ReplayResult result(long wonBefore) {
        return new ReplayResult(
                sorted(
                        moves.entrySet().stream()
                                .map(it -> standing(it.getKey(), it.getValue()))
                                .toList(),
                        Standing::deals,
                        Comparator.comparing(it -> it.roadmap() + " " + it.now() + " " + it.then())),
                points(owed),
                points(owedNoMore),
                new Wins(won, held, points(heldAt), wonBefore),
                otherRoadmaps);
    }

    private static Standing standing(Move move, Deals deals) {
        return new Standing(move.roadmap(), move.now(), move.then(), deals.count, List.copyOf(deals.ids));
    }

    private List<Owed> points(Map<Point, Deals> counts) {
        return sorted(
                counts.entrySet().stream()
                        .map(it -> owed(it.getKey(), it.getValue()))
                        .toList(),
                Owed::deals,
                Comparator.comparing(it -> it.stage() + " " + it.item()));
    }

    private Owed owed(Point point, Deals deals) {
        var label = labels.getOrDefault(point.item(), point.item());
        return new Owed(point.stage(), point.item(), label, deals.count, List.copyOf(deals.ids));
    }

    /** Most deals first, and always in the same order. */
    private static <T> List<T> sorted(List<T> lines, ToLongFunction<T> deals, Comparator<T> then) {
        return lines.stream()
                .sorted(Comparator.comparingLong(deals).reversed().thenComparing(then))
                .toList();
    }
}
