package com.targettoclose.process;

import com.targettoclose.opportunity.Status;
import com.targettoclose.process.WalkMap.Rule;
import com.targettoclose.process.WalkMap.Waivable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The rules of a deal in a few lines, for the random walk to hold the real ones against. Knows no engine and no ledger. */
final class WalkModel {

    /** What is known of an item: given, waived until a day, taken back, or lapsed. */
    enum Kind {
        GAINED,
        WAIVED,
        WITHDRAWN,
        LAPSED
    }

    /** What holds of an item since, or for a waiver until, a day. */
    record Held(Kind kind, LocalDate day, boolean proven) {}

    private record Win(LocalDate on, Map<String, Held> then) {}

    final WalkMap map;
    final Map<String, Held> held = new TreeMap<>();
    final Set<String> open = new TreeSet<>();

    /** Waivers that wait for a decision: the number of their entry, and their items. */
    final Map<Integer, List<String>> waiting = new TreeMap<>();

    Status status = Status.OPEN;
    String stage;
    boolean small;
    boolean renewal;
    String owner;
    LocalDate today;
    private Win win;

    WalkModel(WalkMap map, boolean small, boolean renewal, String owner, LocalDate today) {
        this.map = map;
        this.small = small;
        this.renewal = renewal;
        this.owner = owner;
        this.today = today;
        enter();
    }

    /** What it owes: up to the win while it is open, on the whole map once it is won. */
    Set<String> owed() {
        return items(gaps(status == Status.WON ? map.stages.size() : map.toWin));
    }

    /** What somebody may ask to pass without. */
    List<Rule> waivable() {
        var asked = waiting.values().stream().flatMap(List::stream).collect(Collectors.toSet());
        return gaps(status == Status.WON ? map.stages.size() : map.toWin).stream()
                .filter(rule -> rule.waivable() != Waivable.NOBODY && !asked.contains(rule.item()))
                .toList();
    }

    boolean ended() {
        return status != Status.OPEN && status != Status.WON;
    }

    /** Won, and still being carried out. */
    boolean inExecution() {
        return status == Status.WON && stage != null;
    }

    Set<String> gained() {
        return held.entrySet().stream()
                .filter(it -> it.getValue().kind() == Kind.GAINED)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A conversation was recorded: from an open task, or from none (null). */
    void recorded(String task, Set<String> gained, boolean proven, boolean saidNo) {
        gained.forEach(item -> held.put(item, new Held(Kind.GAINED, today, proven || !item.equals("decide"))));
        if (saidNo && status == Status.OPEN) {
            ended(Status.LOST);
            return;
        }
        boolean gate = closeMoot(task);
        if (task != null) {
            open.remove(task);
            gate = true;
        }
        if (gate) {
            gate(map.index(stage));
        }
    }

    /** The client took an item back. */
    void tookBack(String item) {
        var before = owedHere();
        held.put(item, new Held(Kind.WITHDRAWN, today, false));
        if (inExecution() && item.equals("decide")) {
            win = null;
            status = Status.OPEN;
        }
        changed(before);
    }

    /** The terms changed. */
    void agreed(boolean nowSmall, boolean nowRenewal) {
        var before = owedHere();
        small = nowSmall;
        renewal = nowRenewal;
        changed(before);
    }

    void granted(int number, LocalDate until) {
        var items = waiting.remove(number);
        var owed = owed();
        items.stream().filter(owed::contains).forEach(item -> held.put(item, new Held(Kind.WAIVED, until, false)));
        if (closeMoot(null)) {
            gate(map.index(stage));
        }
    }

    void ended(Status as) {
        status = as;
        open.clear();
        waiting.clear();
    }

    void reopened() {
        status = Status.OPEN;
        enter();
    }

    private void enter() {
        stage = map.stages.get(0).name();
        gate(0);
    }

    private void changed(Set<String> before) {
        var more = new ArrayList<>(gapsHere());
        more.removeIf(rule -> before.contains(rule.item()));
        boolean asked = more.stream().allMatch(rule -> rule.stage().equals(stage) && isOpen(rule.item()));
        if (!asked) {
            open.clear();
            gate(0);
        } else if (closeMoot(null)) {
            gate(map.index(stage));
        }
        forgetMootWaivers();
    }

    private boolean isOpen(String item) {
        return map.stages.stream()
                .flatMap(it -> it.conversations().entrySet().stream())
                .anyMatch(it -> open.contains(it.getKey()) && it.getValue().contains(item));
    }

    private Set<String> owedHere() {
        return items(gapsHere());
    }

    private List<Rule> gapsHere() {
        return gaps(stage == null ? map.toWin : map.index(stage) + 1);
    }

    /** Closes open conversations that have nothing left to yield, and says whether it closed one. */
    private boolean closeMoot(String except) {
        var owed = owed();
        boolean closed = false;
        for (var it : map.stages) {
            for (var conversation : it.conversations().entrySet()) {
                boolean moot = conversation.getValue().stream().noneMatch(owed::contains);
                closed |= moot && !conversation.getKey().equals(except) && open.remove(conversation.getKey());
            }
        }
        forgetMootWaivers();
        return closed;
    }

    private void forgetMootWaivers() {
        var owed = owed();
        waiting.values().removeIf(items -> items.stream().noneMatch(owed::contains));
    }

    /** The gate of a stage looks, and every gate after it as far as the deal gets. */
    private void gate(int from) {
        for (int at = from; ; at++) {
            var gaps = gaps(at + 1);
            items(gaps).forEach(this::lapse);
            var here = map.stages.get(at).name();
            if (!gaps.isEmpty() && gaps.stream().allMatch(rule -> rule.stage().equals(here))) {
                stage = here;
                var owed = items(gaps);
                map.stages.get(at).conversations().forEach((key, items) -> {
                    if (items.stream().anyMatch(owed::contains)) {
                        open.add(key);
                    }
                });
                return;
            }
            open.clear();
            if (!gaps.isEmpty()) {
                stage = gaps.get(0).stage();
                if (status == Status.WON) {
                    status = Status.OPEN;
                    win = null;
                }
                at = -1;
            } else if (passed(at)) {
                return;
            }
        }
    }

    /** Whether it has run through, after this stage was passed. */
    private boolean passed(int at) {
        if (at + 1 == map.toWin && status != Status.WON) {
            status = Status.WON;
            win = new Win(today, new HashMap<>(held));
        }
        if (at + 1 == map.stages.size()) {
            stage = null;
            return true;
        }
        return false;
    }

    private void lapse(String item) {
        var it = held.get(item);
        if (it != null && it.kind() == Kind.GAINED && lapsed(item, it, today)) {
            held.put(item, new Held(Kind.LAPSED, today, false));
        }
    }

    private static boolean lapsed(String item, Held it, LocalDate day) {
        int days = new Rule("", item).lapses();
        return days > 0 && it.day().plusDays(days).isBefore(day);
    }

    /** What the first so many stages require and is not there; what led to a standing win as of then. */
    private List<Rule> gaps(int stages) {
        List<Rule> gaps = new ArrayList<>();
        for (int i = 0; i < stages; i++) {
            var then = status == Status.WON && i < map.toWin ? win : null;
            for (var rule : map.rules(i, small, renewal)) {
                boolean asOfNow = then == null || rule.item().equals("decide");
                var it = asOfNow ? held.get(rule.item()) : then.then().get(rule.item());
                if (!met(rule, it, then == null ? today : then.on())) {
                    gaps.add(rule);
                }
            }
        }
        return gaps;
    }

    private static boolean met(Rule rule, Held it, LocalDate day) {
        if (it == null) {
            return false;
        }
        return switch (it.kind()) {
            case GAINED -> !lapsed(rule.item(), it, day) && (it.proven() || !rule.needsProof());
            case WAIVED -> rule.waivable() != Waivable.NOBODY && !day.isAfter(it.day());
            case WITHDRAWN, LAPSED -> false;
        };
    }

    private static Set<String> items(List<Rule> rules) {
        return rules.stream().map(Rule::item).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
