package com.targettoclose.verifier.game;

import com.targettoclose.verifier.game.Net.Flow;
import com.targettoclose.verifier.game.Net.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Plays one stage for one kind of deal: every order in which conversations can be held, each yielding nothing or the next
 * of its items, with what an earlier stage requires held or lost.
 */
final class StageGame {

    private static final Pattern COMPARED = Pattern.compile("[$#]\\{ *exitCriteria *== *['\"]([^'\"]*)['\"] *}");
    private static final Pattern CONTAINED = Pattern.compile("[$#]\\{owed.contains\\('([^']*)'\\)}");
    private static final String GATE = "${verifyExitCriteria}";
    private static final int MOST_STATES = 200_000;
    private static final int MOST_STEPS = 200;
    private static final int MOST_TOKENS = 12;

    /** The engine runs gates soon after they are due: conversations submitted together are no more than this. */
    private static final int MOST_JOBS = 2;

    private final Net net;
    private final Set<String> required;
    private final Map<String, Set<String>> yields;
    private final Map<String, Set<String>> can;
    private final Map<State, Set<State>> before = new HashMap<>();
    private final Set<State> passed = new HashSet<>();
    private final Set<State> back = new HashSet<>();
    private final Set<State> all = new HashSet<>();

    /** Where tokens rest, what is held, and whether an earlier stage lacks something. */
    private record State(List<String> tokens, Set<String> held, boolean earlier) {}

    /** What the gate told the flows behind it. */
    private record Decided(String exitCriteria, Set<String> owed) {}

    /** What the stage can do to a deal. */
    record Verdict(boolean passesUnmet, String stuck) {

        boolean fine() {
            return !passesUnmet && stuck.isEmpty();
        }
    }

    /**
     * For a kind of deal.
     *
     * @param required the items that the stage requires of it
     * @param yields what each conversation is there for
     * @param can what its form lets somebody write down; a conversation that nobody can complete is left out
     */
    StageGame(Net net, Set<String> required, Map<String, Set<String>> yields, Map<String, Set<String>> can) {
        this.net = net;
        this.required = required;
        this.yields = yields;
        this.can = can;
    }

    /** Plays it from its start, holding each of these sets of items. */
    Verdict play(List<Set<String>> entries) {
        try {
            for (var held : entries) {
                for (var earlier : List.of(false, true)) {
                    explore(enter(new TreeSet<>(held), earlier));
                }
            }
        } catch (Stuck e) {
            return new Verdict(passesUnmet(), e.getMessage());
        }
        return new Verdict(passesUnmet(), deadEnd());
    }

    private boolean passesUnmet() {
        return passed.stream().anyMatch(it -> it.earlier() || !it.held().containsAll(required));
    }

    /** From everywhere the stage can be passed, or left for the map where an earlier stage lacks something. */
    private String deadEnd() {
        Set<State> alive = new HashSet<>(passed);
        back.stream().filter(State::earlier).forEach(alive::add);
        var ahead = new ArrayDeque<>(alive);
        while (!ahead.isEmpty()) {
            before.getOrDefault(ahead.remove(), Set.of()).stream()
                    .filter(alive::add)
                    .forEach(ahead::add);
        }
        return all.stream()
                .filter(it -> !alive.contains(it))
                .map(it -> "nothing leads on from " + it.tokens())
                .findFirst()
                .orElse("");
    }

    private void explore(State from) {
        var ahead = new ArrayDeque<State>(List.of(from));
        while (!ahead.isEmpty()) {
            var state = ahead.remove();
            if (!all.add(state) || passed.contains(state) || back.contains(state)) {
                continue;
            }
            if (all.size() > MOST_STATES) {
                throw new Stuck("it has no end of states");
            }
            for (var next : next(state)) {
                before.computeIfAbsent(next, it -> new HashSet<>()).add(state);
                ahead.add(next);
            }
        }
    }

    private State enter(Set<String> held, boolean earlier) {
        return run(new State(List.of(), held, earlier), net.start(net.id()).id(), null, true);
    }

    private List<State> next(State state) {
        List<State> next = new ArrayList<>();
        long jobs = state.tokens().stream()
                .filter(it -> !it.contains("/") && !isTask(it))
                .count();
        for (var token : new TreeSet<>(state.tokens())) {
            if (token.contains("/")) {
                continue;
            }
            if (!isTask(token)) {
                next.add(run(without(state, token), token, null, false));
            } else if (jobs < MOST_JOBS) {
                complete(state, token, next);
            }
        }
        if (!state.earlier()) {
            next.add(new State(state.tokens(), state.held(), true));
        }
        return next;
    }

    private boolean isTask(String token) {
        return !token.contains("/") && net.node(token).type().equals("userTask");
    }

    private void complete(State state, String task, List<State> next) {
        var items = can.get(task);
        if (yields.containsKey(task) && items == null) {
            return;
        }
        var left = without(state, task);
        next.add(run(left, task, null, false));
        var item = items == null
                ? null
                : items.stream()
                        .filter(it -> !state.held().contains(it))
                        .findFirst()
                        .orElse(null);
        if (item != null) {
            var held = new TreeSet<>(state.held());
            held.add(item);
            next.add(run(new State(left.tokens(), held, state.earlier()), task, null, false));
        }
    }

    private static State without(State state, String token) {
        var tokens = new ArrayList<>(state.tokens());
        tokens.remove(token);
        return new State(tokens, state.held(), state.earlier());
    }

    /** One transaction: a token goes on from a node until every token rests. */
    private State run(State state, String from, Decided decided, boolean arrives) {
        var tokens = new ArrayList<>(state.tokens());
        var moving = new ArrayDeque<Moving>();
        if (arrives) {
            moving.add(new Moving(from, "", decided));
        } else if (isGate(net.node(from))) {
            leave(net.node(from), gate(state, tokens, from), moving, tokens);
        } else {
            leave(net.node(from), decided, moving, tokens);
        }
        for (int steps = 0; !moving.isEmpty(); steps++) {
            if (steps > MOST_STEPS) {
                throw new Stuck("it goes round without end");
            }
            var ended = step(moving.remove(), state, tokens, moving);
            if (ended != null) {
                return ended;
            }
            if (moving.isEmpty()) {
                joins(tokens, moving);
            }
        }
        tokens.sort(null);
        var tasks = tokens.stream().filter(this::isTask).toList();
        if (Set.copyOf(tasks).size() < tasks.size() || tokens.size() > MOST_TOKENS) {
            throw new Stuck("something is open twice: " + tokens);
        }
        var rests = new State(List.copyOf(tokens), state.held(), state.earlier());
        return tokens.isEmpty() ? ends(rests, passed) : rests;
    }

    private record Moving(String node, String by, Decided decided) {}

    private State step(Moving token, State state, List<String> tokens, ArrayDeque<Moving> moving) {
        var node = net.node(token.node());
        boolean waits = node.attribute("camunda:asyncBefore").equals("true");
        if (!Net.children(node.xml(), "multiInstanceLoopCharacteristics")
                .toList()
                .isEmpty()) {
            throw new Stuck("it is asked several times at once");
        }
        if (node.type().equals("userTask") || waits) {
            tokens.add(node.id());
        } else if (isGate(node)) {
            leave(node, gate(state, tokens, node.id()), moving, tokens);
        } else if (node.type().equals("endEvent")) {
            return end(node, state);
        } else if (joins(node)) {
            tokens.add(node.id() + "/" + token.by());
        } else if (Set.of("startEvent", "exclusiveGateway", "inclusiveGateway", "parallelGateway")
                .contains(node.type())) {
            leave(node, token.decided(), moving, tokens);
        } else {
            throw new Stuck("nobody knows what " + node.type() + " " + node.id() + " does");
        }
        return null;
    }

    private State end(Node node, State state) {
        return switch (node.definition()) {
            case "" -> null;
            case "terminateEventDefinition" -> ends(new State(List.of(), state.held(), state.earlier()), passed);
            case "errorEventDefinition" -> {
                if (!net.named(node, "errorRef").equals("back-to-the-map")) {
                    throw new Stuck("nobody catches the error of " + node.id());
                }
                yield ends(new State(List.of("back"), state.held(), state.earlier()), back);
            }
            default -> throw new Stuck("nobody knows how " + node.id() + " ends");
        };
    }

    private static State ends(State state, Set<State> as) {
        as.add(state);
        return state;
    }

    private boolean joins(Node node) {
        return !node.type().equals("exclusiveGateway")
                && node.type().endsWith("Gateway")
                && net.in(node.id()).size() > 1;
    }

    private void joins(List<String> tokens, ArrayDeque<Moving> moving) {
        var waiting = tokens.stream()
                .filter(it -> it.contains("/"))
                .collect(Collectors.groupingBy(it -> it.substring(0, it.indexOf('/'))));
        waiting.forEach((gateway, arrived) -> {
            var node = net.node(gateway);
            boolean complete = node.type().equals("parallelGateway")
                    ? Set.copyOf(arrived).size() == net.in(gateway).size()
                    : tokens.stream()
                            .filter(it -> !it.startsWith(gateway + "/"))
                            .noneMatch(it -> net.ahead(it.replaceAll("/.*", "")).contains(gateway));
            if (complete) {
                tokens.removeAll(arrived);
                leave(node, null, moving, tokens);
            }
        });
    }

    private static boolean isGate(Node node) {
        return node.attribute("camunda:delegateExpression").equals(GATE);
    }

    private Decided gate(State state, List<String> tokens, String gate) {
        var owed = new HashSet<>(required);
        owed.removeAll(state.held());
        Set<String> open = yields.keySet().stream().filter(tokens::contains).collect(Collectors.toSet());
        Set<String> toOpen = yields.entrySet().stream()
                .filter(it -> it.getValue().stream().anyMatch(owed::contains))
                .map(Map.Entry::getKey)
                .filter(it -> !open.contains(it))
                .collect(Collectors.toSet());
        var outcome = state.earlier() ? "owed-earlier" : owed.isEmpty() ? "met" : "owed-here";
        if (outcome.equals("owed-here") && toOpen.isEmpty() && open.isEmpty()) {
            throw new Stuck("no conversation yields " + owed);
        }
        return new Decided(overridden(gate, outcome), outcome.equals("owed-here") ? toOpen : Set.of());
    }

    /** An output parameter takes the place of what the gate set. */
    private String overridden(String gate, String outcome) {
        return Net.children(net.node(gate).xml(), "extensionElements")
                .flatMap(it -> Net.children(it, "inputOutput"))
                .flatMap(it -> Net.children(it, "outputParameter"))
                .filter(it -> it.getAttribute("name").equals("exitCriteria"))
                .map(it -> it.getTextContent().strip())
                .findFirst()
                .orElse(outcome);
    }

    private void leave(Node node, Decided decided, ArrayDeque<Moving> moving, List<String> tokens) {
        boolean asyncAfter = node.attribute("camunda:asyncAfter").equals("true");
        var seen = asyncAfter ? null : decided;
        var ways = net.out(node.id());
        var fallback = node.attribute("default");
        List<Flow> taken = switch (node.type()) {
            case "parallelGateway" -> ways;
            default ->
                ways.stream()
                        .filter(it -> !it.id().equals(fallback) && holds(it, seen))
                        .toList();
        };
        if (node.type().equals("exclusiveGateway") && taken.size() > 1) {
            taken = taken.subList(0, 1);
        }
        if (taken.isEmpty()) {
            taken = ways.stream().filter(it -> it.id().equals(fallback)).toList();
        }
        if (taken.isEmpty() && !ways.isEmpty()) {
            throw new Stuck("no way out of " + node.id());
        }
        taken.forEach(it -> moving.add(new Moving(it.target(), it.id(), seen)));
    }

    private static boolean holds(Flow flow, Decided decided) {
        var condition = flow.condition();
        if (condition.isEmpty() || condition.equals("${true}")) {
            return true;
        }
        if (decided == null) {
            throw new Stuck("nothing was decided before " + flow.id());
        }
        var compared = COMPARED.matcher(condition);
        if (compared.matches()) {
            return compared.group(1).equals(decided.exitCriteria());
        }
        var contained = CONTAINED.matcher(condition);
        if (contained.matches()) {
            return decided.owed().contains(contained.group(1));
        }
        if (condition.equals("${false}")) {
            return false;
        }
        throw new Stuck("nobody understands " + condition);
    }
}
