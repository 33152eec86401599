package com.targettoclose.edition.difference;

import com.targettoclose.edition.difference.Sides.Both;
import com.targettoclose.opportunity.DealType;
import com.targettoclose.verifier.design.Design;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Roadmaps that came, went, lead through other stages or take other deals. */
final class ChangedRoadmaps {

    private final Routes before;
    private final Routes after;
    private final Labels labels;
    private final Burden burden;
    private final List<Change> changes = new ArrayList<>();

    private ChangedRoadmaps(Design before, Design after) {
        this.before = Routes.of(before);
        this.after = Routes.of(after);
        this.labels = Labels.of(before, after);
        this.burden = Burden.of(before, after);
    }

    static List<Change> between(Design before, Design after) {
        return new ChangedRoadmaps(before, after).changes();
    }

    private List<Change> changes() {
        var sides = Sides.by(Route::id, before.all(), after.all());
        sides.removed().forEach(route -> tell(Kind.REMOVED, route, "is removed.", false));
        sides.added().forEach(this::added);
        sides.both().forEach(this::changed);
        Arrays.stream(DealType.values()).forEach(this::start);
        return changes;
    }

    private void added(Route route) {
        var whom = route.meantFor().isEmpty()
                ? "every deal"
                : Words.joined(route.taken().stream().map(Words::deals).toList());
        var less = route.taken().stream()
                .flatMap(type -> lessThan(route, type)
                        .map(start -> ", and asks less of %s than %s"
                                .formatted(Words.deals(type), Words.quoted(start.name())))
                        .stream())
                .toList();
        tell(Kind.ADDED, route, "is new, for " + whom + String.join("", less) + ".", !less.isEmpty());
    }

    private void changed(Both<Route> both) {
        stages(both);
        win(both);
        opened(both);
        closed(both);
    }

    private void stages(Both<Route> both) {
        var was = both.before().stages();
        var is = both.after().stages();
        was.stream()
                .distinct()
                .filter(stage -> !is.contains(stage))
                .forEach(stage -> tell(
                        both,
                        "no longer leads through " + labels.stage(stage) + ".",
                        both.before().toWin().contains(stage)));
        is.stream()
                .distinct()
                .filter(stage -> !was.contains(stage))
                .forEach(stage -> tell(both, "now leads through " + labels.stage(stage) + where(is, stage), false));
        if (!only(was, is).equals(only(is, was))) {
            var order = is.stream().map(labels::stage).toList();
            tell(both, "leads through its stages in another order: " + Words.joined(order) + ".", false);
        }
    }

    private String where(List<String> stages, String stage) {
        int at = stages.indexOf(stage);
        return at == 0 ? ", first of all." : ", after " + labels.stage(stages.get(at - 1)) + ".";
    }

    private static List<String> only(List<String> stages, List<String> among) {
        return stages.stream().filter(among::contains).toList();
    }

    private void win(Both<Route> both) {
        both.after().stages().stream()
                .distinct()
                .filter(both.before().stages()::contains)
                .forEach(stage -> {
                    var was = both.before().toWin().contains(stage);
                    var is = both.after().toWin().contains(stage);
                    if (was != is) {
                        var side = is ? " before the win; it was after it." : " after the win; it was before it.";
                        tell(both, "now leads through " + labels.stage(stage) + side, was);
                    }
                });
    }

    private void opened(Both<Route> both) {
        both.after().taken().stream().filter(type -> !both.before().takes(type)).forEach(type -> {
            var less = lessThan(both.after(), type);
            var than = less.map(start -> ", and asks less of it than " + Words.quoted(start.name()))
                    .orElse("");
            tell(both, "now takes " + Words.deals(type) + than + ".", less.isPresent());
        });
    }

    private void closed(Both<Route> both) {
        both.before().taken().stream()
                .filter(type -> !both.after().takes(type))
                .forEach(type -> tell(both, "no longer takes " + Words.deals(type) + ".", false));
    }

    /** The roadmap on which such deals started so far, where it asked for more. */
    private Optional<Route> lessThan(Route route, DealType type) {
        return before.start(type).filter(start -> burden.isLess(type, start, route));
    }

    private void start(DealType type) {
        var was = before.start(type);
        var is = after.start(type);
        if (was.isPresent() && is.isPresent() && !was.get().id().equals(is.get().id())) {
            var less = burden.isLess(type, was.get(), is.get());
            var says = "The roadmap for %s is now %s%s; it was %s."
                    .formatted(
                            Words.deals(type),
                            Words.quoted(is.get().name()),
                            less ? ", which asks less" : "",
                            Words.quoted(was.get().name()));
            add(Kind.CHANGED, is.get(), says, less);
        }
    }

    private void tell(Both<Route> both, String clause, boolean weakens) {
        tell(Kind.CHANGED, both.after(), clause, weakens);
    }

    private void tell(Kind kind, Route route, String clause, boolean weakens) {
        add(kind, route, "The roadmap " + Words.quoted(route.name()) + " " + clause, weakens);
    }

    private void add(Kind kind, Route route, String says, boolean weakens) {
        changes.add(new Change(Subject.ROADMAP, kind, route.resource(), route.id(), route.name(), says, weakens));
    }
}
