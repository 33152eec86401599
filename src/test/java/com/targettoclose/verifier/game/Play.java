package com.targettoclose.verifier.game;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.targettoclose.conversation.Commitment;
import com.targettoclose.verifier.game.Net.Node;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;

/** Plays every roadmap of a set of files, for every kind of deal. */
public final class Play {

    private static final DmnEngine DMN =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Object> KNOWN = new ConcurrentHashMap<>();
    private static final double UNKNOWN = 1e18;
    private static final double SMALL = 5_000;
    private static final Set<String> ALWAYS = Set.of("contact", "heldOn", "channel", "nextStepOn");

    private final Map<String, String> files;
    private final Map<String, Net> nets = new LinkedHashMap<>();

    private record Kind(String type, double value) {}

    private Play(Map<String, String> files) {
        this.files = files;
    }

    /** What is wrong with these files: a deal that gets past its criteria, or one that gets stuck; empty for nothing. */
    public static String of(Map<String, String> files) {
        try {
            return new Play(files).play();
        } catch (Stuck e) {
            return e.getMessage();
        }
    }

    private String play() {
        files.forEach((name, text) -> {
            if (name.endsWith(".bpmn")) {
                var net = (Net) KNOWN.computeIfAbsent(text, it -> new Net(text));
                nets.put(net.id(), net);
            }
        });
        var roads = nets.values().stream().filter(Play::isRoad).toList();
        if (roads.isEmpty()) {
            return "there is no roadmap";
        }
        List<String> wrong = new ArrayList<>();
        for (var road : roads) {
            for (var type : types(road)) {
                for (var value : List.of(UNKNOWN, SMALL)) {
                    wrong.add(play(road, new Kind(type, value)));
                }
            }
        }
        wrong.add(unasked(roads));
        return wrong.stream().filter(it -> !it.isEmpty()).findFirst().orElse("");
    }

    private static boolean isRoad(Net net) {
        return !net.id().startsWith("stage-")
                && net.all().anyMatch(it -> it.attribute("calledElement").startsWith("stage-"));
    }

    private static List<String> types(Net road) {
        return road.id().equals("renewal") ? List.of("renewal") : List.of("new-business", "renewal");
    }

    private String play(Net road, Kind kind) {
        Map<String, StageGame.Verdict> verdicts = new LinkedHashMap<>();
        Set<String> guaranteed = new HashSet<>();
        for (var call : order(road)) {
            var stage = nets.get(call.attribute("calledElement"));
            if (stage != null) {
                var required = required(stage.id().substring("stage-".length()), kind);
                verdicts.put(stage.id(), verdict(stage, required, guaranteed));
                guaranteed.addAll(required);
            }
        }
        return (String) KNOWN.computeIfAbsent(
                System.identityHashCode(road) + " " + verdicts, it -> new RoadGame(road, verdicts).play());
    }

    private static List<Node> order(Net road) {
        List<Node> calls = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        var ahead = new ArrayDeque<Node>(List.of(road.start(road.id())));
        while (!ahead.isEmpty()) {
            var node = ahead.remove();
            if (seen.add(node.id())) {
                if (node.type().equals("callActivity")) {
                    calls.add(node);
                } else if (node.type().equals("subProcess")) {
                    ahead.add(road.start(node.id()));
                }
                road.out(node.id()).forEach(it -> ahead.add(road.node(it.target())));
            }
        }
        road.all()
                .filter(it -> it.type().equals("callActivity") && !seen.contains(it.id()))
                .forEach(calls::add);
        return calls;
    }

    private StageGame.Verdict verdict(Net stage, Set<String> required, Set<String> guaranteed) {
        Map<String, Set<String>> yields = new LinkedHashMap<>();
        Map<String, Set<String>> can = new LinkedHashMap<>();
        stage.all()
                .filter(it -> it.type().equals("userTask") && !items(it).isEmpty())
                .forEach(task -> {
                    yields.put(task.id(), items(task));
                    writable(task).ifPresent(it -> can.put(task.id(), it));
                });
        var generated = yields.values().stream().flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));
        Set<String> base = new TreeSet<>(required);
        base.retainAll(guaranteed);
        base.removeAll(generated);
        var entries = List.<Set<String>>of(base, union(base, generated));
        var key = System.identityHashCode(stage) + " " + required + yields + can + base;
        return (StageGame.Verdict)
                KNOWN.computeIfAbsent(key, it -> new StageGame(stage, required, yields, can).play(entries));
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        var both = new TreeSet<>(one);
        both.addAll(other);
        return both;
    }

    private static Set<String> items(Node task) {
        return Stream.of(task.property("outcomes"), task.property("commitment"))
                .flatMap(String::lines)
                .filter(it -> !it.isBlank())
                .map(it -> it.substring(0, it.contains(":") ? it.indexOf(':') : it.length())
                        .strip())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What its owner can write down in its form; nothing where nobody can complete it. */
    private Optional<Set<String>> writable(Node task) {
        var form = files.get(task.attribute("camunda:formRef") + ".form");
        if (form == null
                || !task.attribute("camunda:formRefBinding").equals("deployment")
                || !task.attribute("camunda:assignee").equals("${opportunity.owner(execution)}")) {
            return Optional.empty();
        }
        var keys = keys(form);
        var mine = items(task).stream()
                .flatMap(it -> Stream.of("State", "Words", "Proof", "Link").map(part -> prefix(it) + part))
                .toList();
        boolean takes = keys.containsAll(Set.of("contact", "heldOn", "channel"))
                && keys.stream().allMatch(it -> ALWAYS.contains(it) || mine.contains(it));
        return takes
                ? Optional.of(items(task).stream()
                        .filter(it -> keys.containsAll(Stream.of("State", "Words", "Proof", "Link")
                                .map(part -> prefix(it) + part)
                                .toList()))
                        .collect(Collectors.toCollection(TreeSet::new)))
                : Optional.empty();
    }

    private static String prefix(String item) {
        return new Commitment(item, "").fieldPrefix();
    }

    @SuppressWarnings("unchecked")
    private static Set<String> keys(String form) {
        return (Set<String>) KNOWN.computeIfAbsent(form, it -> {
            try {
                Set<String> keys = new TreeSet<>();
                collect(JSON.readTree(form), keys);
                return keys;
            } catch (JsonProcessingException e) {
                throw new Stuck("a form cannot be read");
            }
        });
    }

    private static void collect(JsonNode part, Set<String> keys) {
        if (part.has("key") && !part.path("type").asText().equals("table")) {
            keys.add(part.path("key").asText());
        }
        part.path("components").forEach(it -> collect(it, keys));
    }

    @SuppressWarnings("unchecked")
    private Set<String> required(String stage, Kind kind) {
        var table = files.getOrDefault("exit-criteria.dmn", "");
        return (Set<String>) KNOWN.computeIfAbsent(table + stage + kind, it -> {
            try {
                var decision = DMN.parseDecision(
                        "exit-criteria", new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)));
                var asked = Variables.putValue("stage", stage)
                        .putValue("dealValue", kind.value())
                        .putValue("dealType", kind.type());
                Set<String> items = new TreeSet<>();
                DMN.evaluateDecisionTable(decision, asked).forEach(row -> {
                    if (!Set.of("nobody", "manager", "leader").contains(String.valueOf(row.get("waivableBy")))
                            || !Set.of("none", "claimed", "verified").contains(String.valueOf(row.get("proof")))) {
                        throw new Stuck("a row says what nobody understands");
                    }
                    items.add(String.valueOf(row.get("item")));
                });
                return items;
            } catch (RuntimeException e) {
                throw new Stuck("the table cannot be evaluated: " + e.getMessage());
            }
        });
    }

    /** A stage that rows name and no roadmap calls: what they require is asked of nobody. */
    private String unasked(List<Net> roads) {
        var called = roads.stream()
                .flatMap(Net::all)
                .map(it -> it.attribute("calledElement"))
                .collect(Collectors.toSet());
        var rows = Pattern.compile("<inputEntry id=\"\\w+_Stage\">\\s*<text>\"([^\"]*)\"")
                .matcher(files.getOrDefault("exit-criteria.dmn", ""));
        return rows.results()
                .map(it -> it.group(1))
                .filter(it -> !called.contains("stage-" + it))
                .map(it -> "nobody asks what rows require in " + it)
                .findFirst()
                .orElse("");
    }
}
