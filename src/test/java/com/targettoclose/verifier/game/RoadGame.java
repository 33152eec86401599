package com.targettoclose.verifier.game;

import com.targettoclose.verifier.game.Net.Flow;
import com.targettoclose.verifier.game.Net.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Plays one roadmap for one kind of deal: in each stage the deal meets what is required or not, loses again what it held,
 * is led back by message or error, or ends.
 */
final class RoadGame {

    private static final Map<String, String> ENDINGS = Map.of(
            "opportunity-lost", "lost",
            "opportunity-no-decision", "no-decision",
            "opportunity-disqualified", "disqualified");
    private static final int MOST_STEPS = 200;

    private final Net net;
    private final Map<String, StageGame.Verdict> stages;
    private final List<String> calls;
    private final Set<String> claimed;
    private final Map<State, Set<State>> before = new HashMap<>();
    private final Set<State> all = new HashSet<>();

    /** Where tokens rest, which stages the deal meets, and its status. */
    private record State(List<String> tokens, Set<String> met, String status) {}

    /** With what each stage can do to a deal, by process id. */
    RoadGame(Net net, Map<String, StageGame.Verdict> stages) {
        this.net = net;
        this.stages = stages;
        this.calls = new ArrayList<>(reached("").stream().filter(this::isStage).toList());
        net.all()
                .map(Node::id)
                .filter(this::isStage)
                .filter(it -> !calls.contains(it))
                .forEach(calls::add);
        var won = net.all()
                .filter(it -> it.property("opportunityStatus").equals("won"))
                .map(Node::id)
                .findFirst()
                .orElse("");
        var withoutWin = reached(won);
        var withWin = reached("");
        this.claimed = new TreeSet<>(calls);
        this.claimed.removeIf(it -> withWin.contains(it) && !withoutWin.contains(it));
    }

    private boolean isStage(String node) {
        return net.node(node).type().equals("callActivity");
    }

    /** What can be reached from the start without passing a node, nearest first. */
    private Set<String> reached(String without) {
        Set<String> seen = new LinkedHashSet<>();
        var ahead = new ArrayDeque<String>(List.of(net.start(net.id()).id()));
        while (!ahead.isEmpty()) {
            var id = ahead.remove();
            if (id.equals(without) || !seen.add(id)) {
                continue;
            }
            var node = net.node(id);
            if (node.type().equals("subProcess")) {
                ahead.add(net.start(id).id());
            } else {
                net.out(id).stream().map(Flow::target).forEach(ahead::add);
            }
            if (node.type().equals("endEvent") && net.has(node.scope())) {
                net.out(node.scope()).stream().map(Flow::target).forEach(ahead::add);
            }
            net.all()
                    .filter(it -> it.type().equals("boundaryEvent")
                            && it.attribute("attachedToRef").equals(id))
                    .map(Node::id)
                    .forEach(ahead::add);
        }
        return seen;
    }

    /** What is wrong with it; empty for nothing. */
    String play() {
        try {
            explore(run(new State(List.of(), Set.of(), ""), net.start(net.id()).id()));
        } catch (Stuck e) {
            return e.getMessage();
        }
        Set<State> alive = new HashSet<>();
        all.stream()
                .filter(it -> it.tokens().isEmpty() && it.status().equals("won"))
                .forEach(alive::add);
        var ahead = new ArrayDeque<>(alive);
        while (!ahead.isEmpty()) {
            before.getOrDefault(ahead.remove(), Set.of()).stream()
                    .filter(alive::add)
                    .forEach(ahead::add);
        }
        return all.stream()
                .filter(it -> !it.tokens().isEmpty() && !alive.contains(it))
                .map(it -> "no win from " + it.tokens())
                .findFirst()
                .orElse("");
    }

    private void explore(State from) {
        var ahead = new ArrayDeque<State>(List.of(from));
        while (!ahead.isEmpty()) {
            var state = ahead.remove();
            if (!all.add(state)) {
                continue;
            }
            for (var call : state.tokens()) {
                for (var next : next(state, call)) {
                    before.computeIfAbsent(next, it -> new HashSet<>()).add(state);
                    ahead.add(next);
                }
            }
        }
    }

    private List<State> next(State state, String call) {
        List<State> next = new ArrayList<>();
        var upTo = calls.subList(0, calls.indexOf(call));
        if (!state.met().containsAll(upTo)) {
            next.add(caught(state, call, it -> net.named(it, "errorRef").equals("back-to-the-map"), "the error"));
        } else if (state.met().contains(call)) {
            next.add(leave(state, call));
        } else {
            next.add(new State(state.tokens(), with(state.met(), call), state.status()));
        }
        for (var lost : state.met()) {
            var left = new State(state.tokens(), without(state.met(), lost), state.status());
            next.add(left);
            next.add(caught(left, call, it -> net.named(it, "messageRef").equals("back-to-the-map"), "the message"));
        }
        if (!state.status().equals("won")) {
            ENDINGS.forEach((message, status) -> {
                var end = caught(state, call, it -> net.named(it, "messageRef").equals(message), message);
                if (!end.tokens().isEmpty() || !end.status().equals(status)) {
                    throw new Stuck(message + " does not end the deal as " + status);
                }
            });
        }
        return next;
    }

    private State leave(State state, String call) {
        var tokens = new ArrayList<>(state.tokens());
        tokens.remove(call);
        return goOn(new State(tokens, state.met(), state.status()), net.node(call));
    }

    private State caught(State state, String call, Predicate<Node> event, String what) {
        for (var scope = call; net.has(scope); scope = net.node(scope).scope()) {
            var around = scope;
            var found = net.all()
                    .filter(it -> it.type().equals("boundaryEvent")
                            && it.attribute("attachedToRef").equals(around))
                    .filter(event)
                    .findFirst();
            if (found.isPresent()) {
                if (found.get().attribute("cancelActivity").equals("false")) {
                    throw new Stuck(found.get().id() + " stops nothing");
                }
                var tokens = state.tokens().stream()
                        .filter(it -> !within(it, around))
                        .toList();
                return goOn(new State(tokens, state.met(), state.status()), found.get());
            }
        }
        throw new Stuck(what + " is caught nowhere around " + call);
    }

    private boolean within(String node, String scope) {
        for (var it = node; net.has(it); it = net.node(it).scope()) {
            if (it.equals(scope)) {
                return true;
            }
        }
        return false;
    }

    private State run(State state, String from) {
        return run(state, new ArrayDeque<>(List.of(from)));
    }

    private State goOn(State state, Node node) {
        return run(state, new ArrayDeque<>(ways(node)));
    }

    private List<String> ways(Node node) {
        var ways = net.out(node.id());
        if (ways.stream()
                .anyMatch(it -> !it.condition().isEmpty() && !it.condition().equals("${true}"))) {
            throw new Stuck("a condition behind " + node.id());
        }
        return ways.stream()
                .limit(node.type().equals("exclusiveGateway") ? 1 : ways.size())
                .map(Flow::target)
                .toList();
    }

    private State run(State state, ArrayDeque<String> moving) {
        var tokens = new ArrayList<>(state.tokens());
        var status = state.status();
        for (int steps = 0; !moving.isEmpty(); steps++) {
            if (steps > MOST_STEPS) {
                throw new Stuck("it goes round without end");
            }
            var node = net.node(moving.remove());
            status = reach(node, state.met(), status);
            switch (node.type()) {
                case "callActivity" -> tokens.add(called(node));
                case "subProcess" -> moving.add(net.start(node.id()).id());
                case "endEvent" -> end(node, tokens, moving, status);
                case "startEvent", "exclusiveGateway", "intermediateThrowEvent" -> {
                    if (net.out(node.id()).isEmpty()) {
                        throw new Stuck("the way ends at " + node.id());
                    }
                    moving.addAll(ways(node));
                }
                default -> throw new Stuck("nobody knows what " + node.id() + " does");
            }
        }
        tokens.sort(null);
        if (Set.copyOf(tokens).size() < tokens.size()) {
            throw new Stuck("a stage is entered twice: " + tokens);
        }
        if (tokens.isEmpty() && status.isEmpty()) {
            throw new Stuck("it ends, and nobody knows how");
        }
        return new State(List.copyOf(tokens), state.met(), status);
    }

    private String reach(Node node, Set<String> met, String status) {
        var reached = node.property("opportunityStatus");
        if (reached.isEmpty()) {
            return status;
        }
        if (!Set.of("won", "lost", "no-decision", "disqualified").contains(reached)) {
            throw new Stuck("no deal can be " + reached);
        }
        if (reached.equals("won") && !met.containsAll(claimed)) {
            throw new Stuck("won past " + claimed + " with " + met);
        }
        return reached;
    }

    private String called(Node call) {
        boolean handsOn = Net.children(call.xml(), "extensionElements")
                .flatMap(it -> Net.children(it, "in"))
                .anyMatch(it -> it.getAttribute("businessKey").equals("#{execution.processBusinessKey}"));
        if (!handsOn || !call.attribute("camunda:calledElementBinding").equals("deployment")) {
            throw new Stuck(call.id() + " does not know its deal");
        }
        var verdict = stages.get(call.attribute("calledElement"));
        if (verdict == null) {
            throw new Stuck("there is no " + call.attribute("calledElement"));
        }
        if (verdict.passesUnmet()) {
            throw new Stuck(call.attribute("calledElement")
                    + " is passed without its criteria: the next gate sends the deal back"
                    + " until it circles, or there is none");
        }
        if (!verdict.stuck().isEmpty()) {
            throw new Stuck(call.attribute("calledElement") + ": " + verdict.stuck());
        }
        if (calls.stream()
                        .filter(it -> net.node(it).attribute("calledElement").equals(call.attribute("calledElement")))
                        .count()
                > 1) {
            throw new Stuck(call.attribute("calledElement") + " stands twice");
        }
        return call.id();
    }

    private void end(Node end, List<String> tokens, ArrayDeque<String> moving, String status) {
        if (!end.definition().isEmpty()) {
            throw new Stuck("nobody knows how " + end.id() + " ends");
        }
        if (!net.has(end.scope())) {
            if (status.isEmpty()) {
                throw new Stuck(end.id() + " says no status");
            }
        } else if (tokens.stream().noneMatch(it -> within(it, end.scope()))) {
            moving.addAll(ways(net.node(end.scope())));
        }
    }

    private static Set<String> with(Set<String> met, String call) {
        var more = new TreeSet<>(met);
        more.add(call);
        return more;
    }

    private static Set<String> without(Set<String> met, String call) {
        var less = new TreeSet<>(met);
        less.remove(call);
        return less;
    }
}
