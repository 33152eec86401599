package com.targettoclose.process;

import com.targettoclose.opportunity.Status;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;

/** One random walk: takes steps with a real deal and with the model of it, the same seed the same steps. */
final class Walker {

    private static final List<String> OWNERS = List.of("walk-wanda", "walk-wilma", "walk-willy");

    private WalkDoors doors;
    private final Random random;
    private final WalkModel model;
    private final List<String> told = new ArrayList<>();
    final String deal;

    Walker(WalkDoors doors, long seed) {
        this.doors = doors;
        this.random = new Random(seed);
        boolean onShort = random.nextInt(4) == 0;
        boolean small = random.nextBoolean();
        boolean renewal = onShort || random.nextInt(5) == 0;
        var owner = any(OWNERS);
        var map = onShort ? WalkMap.SHORT : WalkMap.LONG;
        tell("open " + map.name + (small ? " small" : " large") + (renewal ? " renewal" : ""));
        this.deal = doors.open(map.name, small, renewal, owner);
        this.model = new WalkModel(map, small, renewal, owner, doors.today());
    }

    /** From here on through other doors. */
    void goThrough(WalkDoors others) {
        doors = others;
    }

    WalkModel model() {
        return model;
    }

    /** What was done so far, the opening first. */
    List<String> steps() {
        return List.copyOf(told);
    }

    /** What was done so far, a line a step. */
    String told() {
        return String.join("\n", told);
    }

    /** One step of the walk; both have taken it then. */
    void step() {
        int kind = random.nextInt(100);
        if (kind < 12) {
            later();
        } else if (model.ended()) {
            afterTheEnd(kind);
        } else if (kind < 60 && !model.open.isEmpty()) {
            held();
        } else if (kind < 68) {
            unscripted();
        } else if (kind < 76) {
            tookBack();
        } else if (kind < 82) {
            askOrDecide();
        } else if (kind < 88) {
            decide();
        } else if (kind < 93) {
            terms();
        } else if (kind < 97) {
            handOver();
        } else {
            close();
        }
    }

    private void later() {
        int days = 1 + random.nextInt(40);
        tell(days + " days later");
        doors.later(Period.ofDays(days));
        model.today = doors.today();
    }

    private void afterTheEnd(int kind) {
        if (kind < 60) {
            tell("reopen");
            doors.reopen(deal);
            model.reopened();
        } else if (kind < 70) {
            handOver();
        } else {
            tell("refused: record after the end");
            doors.refusedRecord(deal, any(model.map.items()));
        }
    }

    private void held() {
        var key = any(List.copyOf(model.open));
        var items = model.map.stages.stream()
                .filter(stage -> stage.conversations().containsKey(key))
                .findFirst()
                .orElseThrow()
                .conversations()
                .get(key);
        var answers = answers(items);
        boolean proven = random.nextInt(4) > 0;
        tell("hold " + key + " " + answers + (proven ? "" : " without proof"));
        doors.hold(deal, key, answers, proven);
        took(key, answers, proven);
    }

    private void unscripted() {
        var items = model.map.items();
        List<String> some = new ArrayList<>();
        for (int n = random.nextInt(4); n >= 0; n--) {
            some.add(any(items));
        }
        var answers = answers(List.copyOf(new TreeSet<>(some)));
        tell("unscripted " + answers);
        doors.record(deal, model.owner, answers);
        took(null, answers, true);
    }

    private void took(String task, Map<String, String> answers, boolean proven) {
        var gained = new TreeSet<String>();
        answers.forEach((item, state) -> {
            if (state.equals("gained")) {
                gained.add(item);
            }
        });
        model.recorded(task, gained, proven, "declined".equals(answers.get("decide")));
    }

    /** Mostly yes, at least one answer; a no to the decision is rare. */
    private Map<String, String> answers(List<String> items) {
        Map<String, String> answers = new java.util.TreeMap<>();
        for (var item : items) {
            int kind = random.nextInt(20);
            if (kind < 14) {
                answers.put(item, "gained");
            } else if (kind < 17) {
                answers.put(item, "not-yet");
            } else if (kind < 18 && (!item.equals("decide") || random.nextInt(4) == 0)) {
                answers.put(item, "declined");
            }
        }
        if (answers.isEmpty()) {
            answers.put(items.get(0), "not-yet");
        }
        return answers;
    }

    private void tookBack() {
        var gained = List.copyOf(model.gained());
        if (gained.isEmpty() || model.status == Status.WON && !model.inExecution()) {
            tell("refused: nothing to take back");
            doors.refusedSetback(deal, any(model.map.items()));
            return;
        }
        var item = any(gained);
        tell("take back " + item);
        doors.takeBack(deal, item);
        model.tookBack(item);
    }

    private void askOrDecide() {
        var rules = model.waivable();
        if (rules.isEmpty() || model.status == Status.WON && !model.inExecution()) {
            decide();
            return;
        }
        var items = new TreeSet<String>();
        for (int n = random.nextInt(2); n >= 0; n--) {
            items.add(any(rules).item());
        }
        tell("ask for a waiver of " + items);
        model.waiting.put(doors.ask(deal, model.owner, List.copyOf(items)), List.copyOf(items));
    }

    private void decide() {
        if (model.waiting.isEmpty()) {
            tell("refused: nobody waives a decision");
            doors.refusedAsk(deal, model.owner);
            return;
        }
        int number = any(List.copyOf(model.waiting.keySet()));
        if (random.nextInt(4) == 0) {
            tell("refuse waiver " + number);
            doors.refuse(deal, number);
            model.waiting.remove(number);
        } else {
            var until = model.today.plusDays(1 + random.nextInt(60));
            tell("grant waiver " + number + " until " + until);
            doors.grant(deal, number, until);
            model.granted(number, until);
        }
    }

    private void terms() {
        if (model.status != Status.OPEN) {
            tell("refused: terms of a won deal");
            doors.refusedTerms(deal);
            return;
        }
        boolean small = random.nextBoolean();
        boolean renewal = model.map == WalkMap.SHORT || random.nextInt(5) == 0;
        tell("terms" + (small ? " small" : " large") + (renewal ? " renewal" : ""));
        doors.terms(deal, small, renewal);
        if (small != model.small || renewal != model.renewal) {
            model.agreed(small, renewal);
        }
    }

    private void handOver() {
        var to = any(OWNERS.stream().filter(it -> !it.equals(model.owner)).toList());
        tell("hand over to " + to);
        doors.handOver(deal, to);
        model.owner = to;
    }

    private void close() {
        if (model.status != Status.OPEN) {
            tell("refused: close a won deal");
            doors.refusedClose(deal);
            return;
        }
        var as = any(List.of(Status.LOST, Status.NO_DECISION, Status.DISQUALIFIED));
        tell("close " + as);
        doors.close(deal, as);
        model.ended(as);
    }

    private void tell(String step) {
        told.add((told.size() + 1) + ": " + step);
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
